package engine

import (
	"sync"
	"unicode"

	"github.com/unbake/unbake/internal/codec"
	"github.com/unbake/unbake/internal/lm"
)

// A legacyPair is text of one legacy page that was read as another.
type legacyPair struct {
	from, read codec.ID
}

// name returns the path of the pair.
func (p legacyPair) name() string { return codecNames()[p.from] + ">" + codecNames()[p.read] }

// A legacyGroup is the pairs that were read as one page, the likeliest first.
type legacyGroup struct {
	read codec.ID
	from []codec.ID
}

// legacyGroups are the pairs that do happen: a page of Windows that is a
// program's default, the pages of consoles and of old Macs, and what is read with
// them.
var legacyGroups = []legacyGroup{
	{codec.Windows1252, []codec.ID{codec.Windows1251, codec.Windows1250, codec.GBK, codec.ShiftJIS, codec.EUCKR, codec.Big5,
		codec.Windows1253, codec.IBM850, codec.Macintosh, codec.KOI8R, codec.Windows1254, codec.ISO8859x2, codec.IBM437,
		codec.IBM866, codec.Windows1255, codec.Windows1256, codec.Windows874, codec.Windows1257, codec.EUCJP, codec.IBM852,
		codec.ISO8859x7, codec.MacCyrillic, codec.ISO8859x5, codec.ISO8859x15, codec.KOI8U, codec.MacCE, codec.IBM737,
		codec.Windows1258, codec.IBM857, codec.ISO8859x6, codec.ISO8859x8, codec.IBM862, codec.IBM775, codec.MacGreek,
		codec.MacTurkish, codec.ISO8859x4, codec.ISO8859x13, codec.IBM855, codec.Big5Unicode}},
	{codec.Windows1251, []codec.ID{codec.KOI8R, codec.IBM866, codec.Windows1252, codec.MacCyrillic, codec.ISO8859x5, codec.Windows1250,
		codec.Windows1253, codec.GBK, codec.KOI8U, codec.IBM855, codec.Windows1254, codec.ShiftJIS, codec.EUCKR, codec.Big5}},
	{codec.Windows1250, []codec.ID{codec.Windows1252, codec.Windows1251, codec.GBK, codec.ISO8859x2, codec.ShiftJIS, codec.EUCKR,
		codec.Big5, codec.IBM852, codec.Windows1253, codec.MacCE, codec.KOI8R, codec.EUCJP, codec.Windows1254, codec.IBM437, codec.Windows1257}},
	{codec.IBM437, []codec.ID{codec.Windows1252, codec.Windows1251, codec.Windows1250, codec.ShiftJIS, codec.GBK,
		codec.Macintosh, codec.IBM850, codec.Windows1253, codec.IBM866, codec.EUCKR, codec.Big5, codec.Windows1254, codec.IBM852,
		codec.IBM737, codec.IBM862, codec.DOS720, codec.Windows1255, codec.Windows1256}},
	{codec.IBM850, []codec.ID{codec.Windows1252, codec.Windows1250, codec.Windows1251, codec.ShiftJIS, codec.GBK, codec.Windows1254,
		codec.IBM437, codec.Windows1253, codec.IBM852, codec.IBM866, codec.IBM737, codec.IBM862, codec.DOS720, codec.Windows1255, codec.Windows1256}},
	{codec.Macintosh, []codec.ID{codec.Windows1252, codec.Windows1250, codec.Windows1251, codec.IBM437, codec.IBM850, codec.ShiftJIS,
		codec.GBK, codec.MacCyrillic, codec.MacCE, codec.Windows1253, codec.Windows1254, codec.EUCKR, codec.Big5}},
	{codec.KOI8R, []codec.ID{codec.Windows1251, codec.IBM866, codec.Windows1252, codec.ISO8859x5}},
	{codec.IBM866, []codec.ID{codec.Windows1251, codec.KOI8R, codec.Windows1252, codec.ISO8859x5, codec.IBM855}},
	{codec.IBM852, []codec.ID{codec.Windows1250, codec.Windows1252, codec.ISO8859x2}},
	{codec.ISO8859x5, []codec.ID{codec.Windows1251, codec.KOI8R, codec.IBM866}},
	{codec.ISO8859x2, []codec.ID{codec.Windows1252, codec.Windows1250, codec.Windows1251}},
	{codec.MacCyrillic, []codec.ID{codec.Windows1251, codec.KOI8R, codec.IBM866}},
	{codec.Windows1253, []codec.ID{codec.Windows1252, codec.Windows1251, codec.Windows1250}},
	{codec.Windows1254, []codec.ID{codec.Windows1251, codec.Windows1252, codec.Windows1250, codec.GBK}},
	{codec.Windows1255, []codec.ID{codec.Windows1252, codec.Windows1251}},
	{codec.Windows1256, []codec.ID{codec.Windows1252, codec.Windows1251}},
	{codec.Windows1257, []codec.ID{codec.Windows1252, codec.Windows1251, codec.Windows1250}},
	{codec.Windows874, []codec.ID{codec.Windows1252}},
	{codec.ISO8859x7, []codec.ID{codec.Windows1252}},
	{codec.GBK, []codec.ID{codec.Windows1252, codec.Windows1250, codec.ShiftJIS, codec.Big5, codec.EUCKR, codec.EUCJP, codec.Windows1251,
		codec.KOI8R}},
	{codec.ShiftJIS, []codec.ID{codec.Windows1252, codec.EUCJP, codec.GBK, codec.EUCKR, codec.Big5}},
	{codec.Big5, []codec.ID{codec.Windows1252, codec.GBK, codec.EUCKR, codec.ShiftJIS, codec.EUCJP}},
	{codec.EUCKR, []codec.ID{codec.Windows1252, codec.GBK, codec.ShiftJIS, codec.Big5, codec.EUCJP}},
	{codec.EUCJP, []codec.ID{codec.GBK, codec.EUCKR, codec.Big5, codec.ShiftJIS}},
	{codec.Big5Unicode, []codec.ID{codec.GBK, codec.EUCKR, codec.ShiftJIS, codec.EUCJP}},
}

// nearReads are pages that text is seldom read as, each like a commoner one that tells the same of
// most text: `Ńňŕňü˙ ą 16` is windows-1250, not ISO-8859-2; `УЮаЬЮЭШ` is гормони read as windows-1251, not ГОРМОНИ
// as ISO-8859-5.
var nearReads = codec.ISO8859x2.Set() | codec.Windows1254.Set() | codec.ISO8859x5.Set() | codec.Big5Unicode.Set()

// legacyRank is what each place further down in a group costs, in nats, legacyNear what one of
// nearReads does, and legacyEnter what a pair costs besides; legacyKnown is the whole price of a pair
// that is known to be at work, so that it counts for 6 nats at the most.
const (
	legacyRank  = 0.15
	legacyNear  = 2.5
	legacyEnter = 6
	legacyKnown = 1
)

// LegacyPaths returns the paths of all pairs of legacy pages that are tried.
func LegacyPaths() (paths []string) {
	for _, g := range legacyGroups {
		for _, from := range g.from {
			paths = append(paths, legacyPair{from, g.read}.name())
		}
	}
	return paths
}

// A legacyTable is what the bytes of a single-byte page are to the model: 0 for bytes
// that no text of the page holds, and what each costs by itself.
type legacyTable struct {
	syms  [256]lm.Sym
	alone [256]float32
}

// aloneBarred, in nats, is what a byte costs that no text of a page holds.
const aloneBarred = 16

// aloneMark is the most that a mark costs there: by itself it is rare, behind its letter it is not.
const aloneMark = 8

var legacyTables [64]struct {
	once  sync.Once
	table legacyTable
}

// legacyTableOf returns the table of a single-byte page.
func legacyTableOf(id codec.ID) *legacyTable {
	t := &legacyTables[id]
	t.once.Do(func() {
		m := lm.Default()
		for b := range t.table.syms {
			t.table.alone[b] = aloneBarred
			if r := id.Codec().DecodeByte(byte(b)); readable(m, r, id) {
				t.table.syms[b] = m.Sym(r)
				t.table.alone[b] = min(m.Alone(m.Sym(r)), aloneBarred)
				if unicode.Is(unicode.Mn, r) {
					t.table.alone[b] = min(t.table.alone[b], aloneMark)
				}
			}
		}
	})
	return &t.table
}

// readable tells whether text of a page may hold r: no controls, nothing private
// or unassigned, and joiners only where words need them.
func readable(m *lm.Model, r rune, page codec.ID) bool {
	switch {
	case control(r) || r == 0xFFFD || r == 0xAD || m.Barred(m.Sym(r)):
		return false
	case 0x200C <= r && r <= 0x200F:
		return page == codec.Windows1256 || page == codec.Windows1255
	}
	return true
}
