package engine

import "github.com/unbake/unbake/internal/codec"

// The prices of the search, in nats. They order readings and keep the search
// small; whether a reading is made is for the evidence (see weights.go). They are
// those of a trial of the design, which this search reproduces.
const (
	// stayPrice is paid by a decoded rune after another of the same path.
	stayPrice = 0.3
	// backPrice is paid by a decoded rune after literal ones, the path having
	// been entered before in the cell.
	backPrice = 1.5
	// leavePrice is paid by the first non-ASCII rune that stays as it is after
	// decoded ones.
	leavePrice = 2
	// deeperPrice is added to a path for each layer by the same codec as the
	// layer before, otherPrice by another, and rareOuterPrice besides if that is one which is seldom read
	// wrongly, behind another than windows-1252: of all pairs of pages some read anything, `Ä\u0090ÃŠ` as А or т.
	deeperPrice    = 1.5
	otherPrice     = 3
	rareOuterPrice = 5
	// fifteenBelow is the price of ISO-8859-15 below other layers, where it is as common as its near pages.
	fifteenBelow = 6
	// knownPrice is the price of entering a codec that the user named.
	knownPrice = 1
	// markPrice is paid for a combining mark that a page other than windows-1252
	// reads: `sÃ¶i` is söi; by macintosh, too, s with a comma below.
	markPrice = 4
	// c1Price is paid where one byte of a legacy page came through as a C1
	// control and is read by windows-1252; by another page farC1Price.
	c1Price    = 2
	farC1Price = 6
)

// enterPrice is the price of entering a codec. Pages that are read wrongly
// often are cheap. Where two pages of a family read a sequence differently,
// the common one has 2 to 3 nats of lead: less, and `ĹĄ` flips between
// windows-1250 and ISO-8859-2 by the letters around it.
func enterPrice(c codec.ID) float32 {
	switch c {
	case codec.Windows1252:
		return 3
	case codec.Windows1250, codec.Windows1251, codec.IBM437, codec.IBM850, codec.Macintosh:
		return 5
	case codec.GBK, codec.KOI8R, codec.IBM866, codec.Windows1253, codec.Windows1254, codec.Windows1257, codec.IBM852, codec.ISO8859x2:
		return 5.5
	case codec.ISO8859x15:
		return 8 // "Ã€" would be "ä" in words that begin with "À"
	}
	return 6.5
}

// rarePage tells whether a page is seldom read wrongly.
func rarePage(c codec.ID) bool { return enterPrice(c) > 6 }

// lossPrice is the price of each loss.
func lossPrice(l Loss) float32 {
	switch l {
	case LossSpace:
		return 2 // the commonest loss: every French line has NBSP
	case LossNBSP:
		return 5
	case LossControls:
		return 1.5 // where one was dropped all were
	case LossHalfRepaired:
		return -12 // the place says it all: see daggerEdges
	}
	return 4.5
}
