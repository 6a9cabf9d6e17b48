package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/unbake/unbake/detect"
	"github.com/unbake/unbake/fix"
	"github.com/unbake/unbake/internal/scan"
)

// through measures the filter between two pipes.
func (b *bench) through(t text, must, aim float64) error {
	name, size, err := b.file(t)
	if err != nil {
		return err
	}
	p := pair{shell("cat %s | %s -q >/dev/null", name, b.program), shell("cat %s | cat >/dev/null", name)}
	return b.compare(t.name+", pipe / cat | cat", size, p, must, aim)
}

func (b *bench) asciiPipe() error        { return b.through(ascii, 0.90, 1) }
func (b *bench) multilingualPipe() error { return b.through(multilingual, 0.80, 1) }

// memory measures in this process, on 256 KiB that stay in the cache.
func (b *bench) memory() error {
	text := multilingual.make(256 << 10)
	valid := again(func() { utf8.Valid(text) })
	p := pair{again(func() { suspicious(text) }), valid}
	if err := b.compare("multilingual, Suspicious / utf8.Valid", 20*len(text), p, 2, 5); err != nil {
		return err
	}
	return b.compare("multilingual, Bytes / utf8.Valid", 20*len(text), pair{again(func() { fix.Bytes(text) }), valid}, 2, 5)
}

// suspicious looks through all of text, also behind a line that is suspicious.
func suspicious(text []byte) {
	for {
		i := scan.Clean(text)
		end := bytes.IndexByte(text[i:], '\n')
		if end < 0 {
			return
		}
		text = text[i+end:]
	}
}

// gate returns the ratios of this build: multilingual to utf8.Valid, and ASCII to
// bytes.IndexByte.
func (b *bench) gate() (multi, plain float64, err error) {
	text := multilingual.make(256 << 10)
	multi, _, err = pair{again(func() { suspicious(text) }), again(func() { utf8.Valid(text) })}.measure(b.pairs)
	if err != nil {
		return 0, 0, err
	}
	text = ascii.make(256 << 10)
	plain, _, err = pair{again(func() { detect.Suspicious(text) }), again(func() { bytes.IndexByte(text, 0xFF) })}.measure(b.pairs)
	return multi, plain, err
}

func (b *bench) printGate() error {
	multi, plain, err := b.gate()
	fmt.Println(multi, plain)
	return err
}

// plainGo builds this program without assembly and asks it.
func (b *bench) plainGo() error {
	name := filepath.Join(b.dir, "bench-purego")
	build := exec.Command("go", "build", "-tags", "purego", "-o", name, "github.com/unbake/unbake/bench")
	if out, err := build.CombinedOutput(); err != nil {
		b.skip("plain Go", strings.TrimSpace(string(out)))
		return nil
	}
	out, err := exec.Command(name, "-gate", "-pairs", fmt.Sprint(b.pairs)).Output()
	if err != nil {
		return err
	}
	var multi, plain float64
	if _, err := fmt.Sscan(string(out), &multi, &plain); err != nil {
		return err
	}
	b.print("plain Go: multilingual / utf8.Valid", multi, "x", 0.7, 1, multi >= 0.7, multi >= 1)
	b.print("plain Go: ASCII / bytes.IndexByte", plain, "x", 0.5, 1, plain >= 0.5, plain >= 1)
	return nil
}

func (b *bench) cached() error {
	text := ascii.make(256 << 10)
	p := pair{again(func() { detect.Suspicious(text) }), again(func() { bytes.IndexByte(text, 0xFF) })}
	_, best, err := p.measure(b.pairs)
	speed := float64(20*len(text)) / 1e9 / best.Seconds()
	b.print("ASCII in the cache, GB/s", speed, "", 15, 30, speed >= 15, speed >= 30)
	return err
}

func (b *bench) check() error {
	for _, t := range []text{ascii, multilingual} {
		name, size, err := b.file(t)
		if err != nil {
			return err
		}
		ours := shell("%s check -q %s", b.program, name)
		if err := b.compare(t.name+", check / cat FILE", size, pair{ours, shell("cat %s >/dev/null", name)}, 0.8, 1); err != nil {
			return err
		}
		if err := b.compare(t.name+", check / wc -l", size, pair{ours, shell("wc -l <%s >/dev/null", name)}, 0, 1); err != nil {
			return err
		}
		if err := b.workers(t.name+", check", name, size, "check -q"); err != nil {
			return err
		}
	}
	return nil
}

// workers measures two jobs against one.
func (b *bench) workers(what, name string, size int, args string) error {
	p := pair{shell("%s %s -j2 %s >/dev/null", b.program, args, name), shell("%s %s -j1 %s >/dev/null", b.program, args, name)}
	return b.compare(what+", -j 2 / -j 1", size, p, 1.7, 1.9)
}

func (b *bench) inPlace() error {
	name, size, err := b.file(multilingual)
	if err != nil {
		return err
	}
	before, err := os.Stat(name)
	if err != nil {
		return err
	}
	p := pair{shell("%s -w -q %s", b.program, name), shell("%s check -q %s", b.program, name)}
	if err := b.compare("multilingual, -w / check", size, p, 0.9, 1); err != nil {
		return err
	}
	after, err := os.Stat(name)
	if err == nil && (!os.SameFile(before, after) || !before.ModTime().Equal(after.ModTime())) {
		err = fmt.Errorf("-w wrote a clean file anew")
	}
	return err
}

// beside measures against other programs that repair or convert. They get a smaller file,
// for they take their time; speeds are by byte.
func (b *bench) beside(t text, must, aim float64) error {
	name, size, err := b.file(t)
	if err != nil {
		return err
	}
	small := *b
	small.size, small.pairs = max(b.size/16, 8e6), min(b.pairs, 3)
	part, partSize, err := small.file(t)
	if err != nil {
		return err
	}
	ours := shell("%s -q -j1 <%s >/dev/null", b.program, name)
	if line := ftfy(); line == "" {
		b.skip(t.name+" / ftfy", "is not installed")
	} else {
		ratio, best, err := pair{ours, shell(line, part)}.measure(small.pairs)
		if err != nil {
			return err
		}
		ratio *= float64(size) / float64(partSize)
		b.print(fmt.Sprintf("%s / ftfy (%.0f MB/s)", t.name, float64(size)/1e6/best.Seconds()), ratio, "x", must, aim, ratio >= must, ratio >= aim)
	}
	if _, err := exec.LookPath("iconv"); err != nil {
		return nil
	}
	return b.compare(t.name+" / iconv -c", size, pair{ours, shell("iconv -c -f UTF-8 -t WINDOWS-1252 <%s >/dev/null", name)}, 0, 1)
}

func (b *bench) sparse() error {
	if err := b.beside(oneInTen, 100, 100); err != nil {
		return err
	}
	return b.through(oneInTen, 0.25, 0.5)
}

func (b *bench) dense() error { return b.beside(allLines, 80, 200) }

// losses measures text that has lost bytes, of which there is less: what the fast tier does not mend takes a search.
func (b *bench) losses() error {
	small := *b
	small.size = max(b.size/8, 8e6)
	if err := small.beside(lossyInTen, 10, 20); err != nil {
		return err
	}
	return small.beside(lossyLines, 5, 10)
}

// longLine compares one line of 100 MB with lines of 100 kB of the same text.
func (b *bench) longLine() error {
	for _, piece := range []text{oneLine, oneDamagedLine} {
		data := piece.make(100_000)
		short := append(data[:len(data)-1:len(data)-1], '\n')
		n := b.size * 100 / 128
		if piece.damaged {
			n /= 8
		}
		filter := func(block []byte) func() error {
			return func() error {
				c := exec.Command(b.program, "-q", "-j1")
				c.Stdin = repeat(string(block), n)
				return c.Run()
			}
		}
		ratio, _, err := pair{filter(short), filter(data)}.measure(b.pairs)
		if err != nil {
			return err
		}
		b.atMost(fmt.Sprintf("%s of %d MB, time / lines of 100 kB", piece.name, n/1e6), ratio, "x", 1.25, 1.1)
	}
	return nil
}

// peak measures memory beyond that of a process that has loaded the model.
func (b *bench) peak() error {
	const line = "L'Ã©tÃ©, cafÃ© et ClÃ?Â©zio\n"
	base, err := b.peakOf(strings.NewReader(line), "--line-buffered") // judged before the input ends
	if err != nil {
		return err
	}
	for _, x := range []struct{ name, piece string }{
		{"one line", "The café on the corner, près de la gare. "},
		{"one line, no break", "x"},
		{"one run", "中"},
		{"NUL", "\x00"},
		{"damaged lines", "Le cafÃ© a Ã©tÃ© prÃ©parÃ©, la sociÃ©tÃ© crÃ©Ã©e\n"},
		{"a damaged line", "Le cafÃ© a Ã©tÃ© prÃ©parÃ©, la sociÃ©tÃ© crÃ©Ã©e, "},
	} {
		is, err := b.peakOf(repeat(x.piece, b.size/4))
		if err != nil {
			return err
		}
		b.atMost("peak beyond the model in MiB, "+x.name, is-base, "", 24, 16)
	}
	return nil
}

func (b *bench) start() error {
	var times []time.Duration
	for range 5 * b.pairs {
		c := exec.Command(b.program)
		c.Stdin = strings.NewReader("ok\n")
		d, err := timed(c.Run)
		if err != nil {
			return err
		}
		times = append(times, d)
	}
	slices.Sort(times)
	b.atMost("echo ok | unbake", times[len(times)/2].Seconds()*1e3, "ms", 10, 5)
	return nil
}

func (b *bench) twoCores() error {
	name, size, err := b.file(allLines)
	if err != nil {
		return err
	}
	return b.workers("every line damaged", name, size, "-q")
}
