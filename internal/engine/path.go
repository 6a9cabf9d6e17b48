package engine

import (
	"strings"

	"github.com/unbake/unbake/internal/codec"
)

// A pathKey is a path of codecs in a number, 7 bits for each layer, the
// innermost in the low ones; 0 is no layer. There is room for nine.
type pathKey uint64

func keyOf(path []codec.ID) (key pathKey) {
	for _, c := range path {
		key = key.with(c)
	}
	return key
}

// with returns the path and one codec more beneath it.
func (k pathKey) with(c codec.ID) pathKey { return k<<7 | pathKey(c) + 1 }

// last returns the codec of the innermost layer.
func (k pathKey) last() codec.ID { return codec.ID(k&127) - 1 }

// outer returns the layers above the innermost one.
func (k pathKey) outer() pathKey { return k >> 7 }

func (k pathKey) layers() (n int) {
	for ; k != 0; k >>= 7 {
		n++
	}
	return n
}

// outermost returns the codec of the outermost layer.
func (k pathKey) outermost() codec.ID {
	for k.outer() != 0 {
		k = k.outer()
	}
	return k.last()
}

// keyNamed returns the path of a name that is as pathName makes it.
func keyNamed(name string) (key pathKey, ok bool) {
	layers := strings.Split(name, ">")
	if layers[0] != origins[0] {
		return 0, false
	}
	for i := len(layers) - 1; i > 0; i-- {
		c, known := codec.Lookup(layers[i])
		if !known {
			return 0, false
		}
		key = key.with(c.ID())
	}
	return key, true
}

// uniform tells whether all layers are of one codec.
func (k pathKey) uniform() bool {
	for ; k.outer() != 0; k = k.outer() {
		if k.last() != k.outer().last() {
			return false
		}
	}
	return true
}

// maxPaths bounds the paths of a cell, whose numbers are bytes: text that all
// pages may have lost bytes of has more. The views, controls and daggers, which come first,
// never have that many.
const maxPaths = 200

// knownPath returns the number of a path, 0 if it is not in the list.
func (s *search) knownPath(key pathKey) uint8 {
	for i := range s.paths {
		if s.paths[i].key == key && i > 0 {
			return uint8(i)
		}
	}
	return 0
}

// pathOf returns the number of a path, entering it in the list when it is new.
func (s *search) pathOf(key pathKey) uint8 {
	if n := s.knownPath(key); n != 0 {
		return n
	}
	s.paths = append(s.paths, pathInfo{key: key, name: s.nameOf(key), price: s.priceOf(key), base: s.opt.plainPrice(key),
		outer: key.outermost(), depth: key.layers()})
	return uint8(len(s.paths) - 1)
}

// namedPath is pathOf for paths that are no list of layers upon UTF-8.
func (s *search) namedPath(name string, price float32, kind pathKind) uint8 {
	for i := range s.paths {
		if s.paths[i].name == name && s.paths[i].kind == kind {
			return uint8(i)
		}
	}
	s.paths = append(s.paths, pathInfo{name: name, price: price, base: price, depth: 1, kind: kind})
	return uint8(len(s.paths) - 1)
}

// cesuKey marks the name of a path that began with text in CESU-8: some of it is
// in pairs of surrogates, and what is not looks the same in UTF-8.
const cesuKey pathKey = 1 << 63

var origins = [2]string{"utf-8", "cesu-8"}

// maxNames bounds the names that a search keeps for the next cell.
const maxNames = 1000

// nameOf returns the name of a path, oldest layer first.
func (s *search) nameOf(key pathKey) string {
	if name, ok := s.names[key]; ok {
		return name
	}
	if s.names == nil || len(s.names) >= maxNames {
		s.names = make(map[pathKey]string)
	}
	s.names[key] = pathName(key)
	return s.names[key]
}

func pathName(key pathKey) string {
	var b strings.Builder
	b.WriteString(origins[key>>63])
	for k := key &^ cesuKey; k != 0; k = k.outer() {
		b.WriteByte('>')
		b.WriteString(codecNames()[k.last()])
	}
	return b.String()
}

// priceOf is the price of entering a path: what the profile says is at work is
// cheap, and so comes before near pages that read the same.
func (s *search) priceOf(key pathKey) float32 { return s.opt.priceOf(key) }

func (o *Options) priceOf(key pathKey) float32 {
	price := o.plainPrice(key)
	if rebate, ok := o.Profile.rebate(key); ok {
		return max(price-rebate, min(price, knownPrice))
	}
	return price
}

// plainPrice is the same without a profile.
func (o *Options) plainPrice(key pathKey) float32 {
	price := enterPrice(key.last())
	if key.last() == codec.ISO8859x15 && key.outer() != 0 {
		price = fifteenBelow
	}
	if o.From&key.last().Set() != 0 {
		price = knownPrice
	}
	for k := key; k.outer() != 0; k = k.outer() {
		switch inner, outer := k.last(), k.outer().last(); {
		case inner == outer:
			price += deeperPrice
		case inner != codec.Windows1252 && rarePage(outer):
			price += otherPrice + rareOuterPrice
		default:
			price += otherPrice
		}
	}
	return price
}
