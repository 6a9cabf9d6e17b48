package extract

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"strings"

	"github.com/ulikunitz/xz"

	"github.com/unbake/unbake/corpus/train/text/line"
)

// ProseSHA256 is the checksum of the frozen text, prose.tsv.xz.
const ProseSHA256 = "109adaea74b37a14784a72b4f436e739bf3a3c8d9f8c97f46954f6e135bfedc9"

// xzDictCap bounds the memory that a stream may ask for, in bytes.
const xzDictCap = 256 << 20

// Prose calls add for every line of the frozen text: an xz stream of
// source TAB language TAB register TAB text. It refuses a file with another
// checksum than ProseSHA256.
func Prose(file []byte, add func(source string, l line.Line)) error {
	sum := sha256.Sum256(file)
	if got := hex.EncodeToString(sum[:]); got != ProseSHA256 {
		return fmt.Errorf("prose: SHA-256 is %s, want %s", got, ProseSHA256)
	}
	zr, err := xz.ReaderConfig{DictCap: xzDictCap}.NewReader(bytes.NewReader(file))
	if err != nil {
		return fmt.Errorf("prose: %w", err)
	}
	return proseLines(zr, add)
}

func proseLines(r io.Reader, add func(source string, l line.Line)) error {
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 1<<20)
	for n := 1; sc.Scan(); n++ {
		f := strings.SplitN(sc.Text(), "\t", 4)
		if len(f) != 4 {
			return fmt.Errorf("prose: line %d: want source, language, register, text", n)
		}
		lang := proseLang(f[0], f[1])
		for _, text := range line.Split(f[3]) {
			if f[0] == "tldr" && lang != "en" && isCommand(text) {
				continue
			}
			add(f[0], line.Line{Lang: lang, Register: proseRegister(f[0], f[2], text), Text: text})
		}
	}
	return sc.Err()
}

// proseLang is line.Lang, but for the names of directories that one tree uses
// for something else than the tag says.
func proseLang(source, lang string) string {
	if source == "security-101" {
		switch lang {
		case "br": // Brazilian, not Breton
			return "pt"
		case "hk", "mo", "tw":
			return "zh-tw"
		}
	}
	return line.Lang(lang)
}

// proseRegister counts the short lines of the essays that end without a mark
// as what they are, headings and captions.
func proseRegister(source, register, text string) line.Register {
	if source == "opensource.guide" && len(text) < 90 && !strings.ContainsAny(text[len(text)-1:], ".!?:;,)\"") && text[len(text)-1] < 0x80 {
		return line.Titles
	}
	return line.Register(register)
}

// isCommand tells whether a line of the command help is nothing but the name of
// a command. Those are in no language, and there are thousands.
func isCommand(text string) bool {
	return strings.IndexFunc(text, func(r rune) bool { return r == ' ' || r >= 0x80 }) < 0
}
