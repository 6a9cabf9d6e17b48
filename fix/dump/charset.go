package dump

import (
	"strings"

	"github.com/unbake/unbake/internal/codec"
)

// A charset is a server's character set that cannot hold all text. A nil
// *charset can.
type charset struct {
	name  string
	codec *codec.Codec // nil for subsets of Unicode
	max   rune         // the last character, where codec is nil
	bytes bool         // ISO 8859-1 itself: a byte is the character of its number

	through *charset // what a connection makes of text after that; nil for nothing else
	fixed   bool     // of a connection: it cannot be rewritten
}

// fullCharsets are the names of those that hold all text. "binary" is what
// mydumper's connection has: the bytes are taken as they are.
var fullCharsets = map[string]bool{
	"": true, "default": true, "utf8mb4": true, "utf16": true, "utf16le": true, "utf32": true, "gb18030": true, "binary": true,
	"unicode": true, "sql_ascii": true, // PostgreSQL's, besides UTF8
}

// mysqlCodecs are MySQL's names that the codec registry does not have.
var mysqlCodecs = map[string]string{
	"greek": "iso-8859-7", "hebrew": "iso-8859-8", "latin5": "windows-1254", "latin7": "iso-8859-13",
	"macroman": "macintosh", "macce": "x-mac-ce", "tis620": "windows-874", "cp932": "shift_jis", "sjis": "shift_jis",
	"ujis": "euc-jp", "eucjpms": "euc-jp", "euckr": "euc-kr", "gb2312": "gbk", "koi8r": "koi8-r", "koi8u": "koi8-u",
}

// mysqlCharset returns the character set of a name in MySQL, where latin1 is
// windows-1252 with its holes as C1 controls, and utf8 has no character above
// U+FFFF.
func mysqlCharset(name string) *charset {
	name = strings.ToLower(name)
	switch {
	case fullCharsets[name]:
		return nil
	case name == "utf8" || name == "utf8mb3" || name == "ucs2":
		return &charset{name: name, max: 0xFFFF}
	case name == "ascii" || name == "swe7":
		return &charset{name: name, max: 0x7F}
	}
	return codecCharset(name)
}

// postgresCharset is mysqlCharset for PostgreSQL, which writes UTF8, LATIN1,
// WIN1252 and takes them with hyphens and blanks. Its LATIN1 is not MySQL's:
// 80 to 9F are the C1 controls.
func postgresCharset(name string) *charset {
	name = strings.ToLower(strings.NewReplacer("-", "", "_", "", " ", "").Replace(name))
	switch {
	case fullCharsets[name] || name == "utf8" || name == "sqlascii":
		return nil
	case name == "latin1" || name == "iso88591":
		return &charset{name: name, max: 0xFF, bytes: true}
	case strings.HasPrefix(name, "win"):
		name = "windows-" + name[len("win"):]
	}
	return codecCharset(name)
}

// codecCharset returns a charset by the name of its codec. One that is not
// known holds ASCII.
func codecCharset(name string) *charset {
	lookup := name
	if n, ok := mysqlCodecs[name]; ok {
		lookup = n
	}
	if c, ok := codec.Lookup(lookup); ok {
		return &charset{name: name, codec: c}
	}
	return &charset{name: name, max: 0x7F}
}

// holds tells whether text can be stored.
func (c *charset) holds(text string) bool {
	if c == nil || isASCII(text) {
		return true
	}
	if c.codec != nil {
		var buf [256]byte
		_, n := c.codec.AppendEncode(buf[:0], text)
		return n == len(text)
	}
	for _, r := range text {
		if r > c.max {
			return false
		}
	}
	return true
}

// lacks returns which of a connection's character sets does not hold text; nil if all do. What
// is recoded does not stay in the first.
func (c *charset) lacks(text string, recode bool) *charset {
	switch {
	case c == nil:
		return nil
	case !recode && !c.holds(text):
		return c
	case !c.through.holds(text):
		return c.through
	}
	return nil
}

// ascii tells whether the character set has no more than ASCII.
func (c *charset) ascii() bool { return c != nil && c.codec == nil && c.max <= 0x7F }

// read returns what bytes in this character set are as text. Not ok means that
// some are none.
func (c *charset) read(s string) (text string, ok bool) {
	switch {
	case !c.foreign():
		return s, true
	case c.bytes:
		runes := make([]rune, len(s))
		for i := range len(s) {
			runes[i] = rune(s[i])
		}
		return string(runes), true
	}
	out, ok := c.codec.AppendDecode(nil, []byte(s))
	return string(out), ok
}

// foreign tells whether bytes in this character set are not UTF-8.
func (c *charset) foreign() bool { return c != nil && (c.codec != nil || c.bytes) }

// trails tells whether the character set has characters whose second byte can
// be a quote or a backslash, so that literals must be read by character.
func (c *charset) trails() bool {
	if c == nil || c.codec == nil {
		return false
	}
	switch c.codec.Name() {
	case "gbk", "gb18030", "big5", "shift_jis":
		return true
	}
	return false
}
