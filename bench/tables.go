package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"syscall"
	"time"
	"unicode/utf8"

	"github.com/unbake/unbake/fix"
	"github.com/unbake/unbake/internal/scan"
)

type bench struct {
	program string
	size    int // bytes of clean inputs
	pairs   int
	dir     string
}

// A pair of things to time: ours, and what it is measured against.
type pair struct {
	ours, theirs func() error
}

// measure returns the ratio of speeds, theirs being 1, and our best time.
func (p pair) measure(n int) (ratio float64, best time.Duration, err error) {
	var ratios []float64
	for i := range n {
		a, errA := timed(p.theirs)
		b, errB := timed(p.ours)
		if errA != nil || errB != nil {
			return 0, 0, fmt.Errorf("%v %v", errA, errB)
		}
		ratios = append(ratios, a.Seconds()/b.Seconds())
		if i == 0 || b < best {
			best = b
		}
	}
	slices.Sort(ratios)
	return ratios[len(ratios)/2], best, nil
}

func timed(f func() error) (time.Duration, error) {
	start := time.Now()
	err := f()
	return time.Since(start), err
}

func (b *bench) row(name string, size int, p pair, against string) error {
	ratio, best, err := p.measure(b.pairs)
	if err != nil {
		return err
	}
	fmt.Printf("%-18s %8.0f MB/s  %7.2f x %s\n", name, float64(size)/1e6/best.Seconds(), ratio, against)
	return nil
}

// memory measures in this process: the gate and Bytes, on 256 KiB that stay in
// cache.
func (b *bench) memory() error {
	for _, t := range texts {
		text := t.make(256 << 10)
		again := func(f func()) func() error {
			return func() error {
				for range 20 {
					f()
				}
				return nil
			}
		}
		valid := again(func() { utf8.Valid(text) })
		if t.langs == nil {
			p := pair{again(func() { scan.Clean(text) }), again(func() { bytes.IndexByte(text, 0xFF) })}
			if err := b.row(t.name+", gate", 20*len(text), p, "bytes.IndexByte"); err != nil {
				return err
			}
		}
		if err := b.row(t.name+", gate", 20*len(text), pair{again(func() { through(text) }), valid}, "utf8.Valid"); err != nil {
			return err
		}
		if err := b.row(t.name+", Bytes", 20*len(text), pair{again(func() { fix.Bytes(text) }), valid}, "utf8.Valid"); err != nil {
			return err
		}
	}
	return nil
}

// through scans all of text, behind the suspicious places, too.
func through(text []byte) {
	for i := scan.Clean(text); i < len(text); i += scan.Clean(text[i:]) {
		for i < len(text) && text[i] >= utf8.RuneSelf {
			i++
		}
	}
}

// shell returns a function that runs a command line.
func shell(line string) func() error {
	return func() error {
		c := exec.Command("sh", "-c", line)
		c.Stderr = os.Stderr
		return c.Run()
	}
}

// pipe measures the filter between two pipes.
func (b *bench) pipe() error {
	for _, t := range texts {
		name, size, err := b.file(t)
		if err != nil {
			return err
		}
		p := pair{
			ours:   shell(fmt.Sprintf("cat %s | %s -q >/dev/null", name, b.program)),
			theirs: shell(fmt.Sprintf("cat %s | cat >/dev/null", name)),
		}
		if err := b.row(t.name, size, p, "cat | cat"); err != nil {
			return err
		}
	}
	return nil
}

// check measures the look at a file that nothing is wrong with.
func (b *bench) check() error {
	for _, t := range texts {
		if t.damaged {
			continue
		}
		name, size, err := b.file(t)
		if err != nil {
			return err
		}
		p := pair{shell(b.program + " check -q " + name), shell("cat " + name + " >/dev/null")}
		if err := b.row(t.name, size, p, "cat FILE"); err != nil {
			return err
		}
		p.theirs = shell("wc -l <" + name + " >/dev/null")
		if err := b.row(t.name, size, p, "wc -l"); err != nil {
			return err
		}
	}
	return nil
}

// peers measures other programs that repair or convert.
func (b *bench) peers() error {
	peers := []struct{ name, test, line string }{
		{"iconv -c", "iconv", "iconv -c -f UTF-8 -t WINDOWS-1252 <%s >/dev/null"},
		{"ftfy", "ftfy", "ftfy --preserve-entities %s >/dev/null"},
	}
	small := *b
	small.size, small.pairs = b.size/8, min(b.pairs, 3)
	for _, t := range texts {
		if !t.damaged {
			continue
		}
		name, size, err := small.file(t)
		if err != nil {
			return err
		}
		for _, peer := range peers {
			if _, err := exec.LookPath(peer.test); err != nil {
				fmt.Printf("%-18s %s is not installed\n", t.name, peer.test)
				continue
			}
			p := pair{shell(fmt.Sprintf("%s -q <%s >/dev/null", b.program, name)), shell(fmt.Sprintf(peer.line, name))}
			if err := small.row(t.name, size, p, peer.name); err != nil {
				return err
			}
		}
	}
	return nil
}

// process measures the start of the process and its memory on one long line.
func (b *bench) process() error {
	var times []time.Duration
	for range 5 * b.pairs {
		start := time.Now()
		c := exec.Command(b.program)
		c.Stdin = strings.NewReader("ok\n")
		if err := c.Run(); err != nil {
			return err
		}
		times = append(times, time.Since(start))
	}
	slices.Sort(times)
	fmt.Printf("%-34s best %.1f ms, median %.1f ms\n", "start: echo ok | unbake", times[0].Seconds()*1e3, times[len(times)/2].Seconds()*1e3)

	var base int64
	for _, line := range []struct{ name, piece string }{
		{"nothing, the model loaded", "cafÃ©\n"},
		{"300 MB of one line", "The café on the corner, près de la gare. "},
		{"300 MB of one line, no break", "x"},
		{"300 MB of one run", "中"},
		{"300 MB of NUL", "\x00"},
	} {
		size := 300_000_000
		if base == 0 {
			size = len(line.piece)
		}
		c := exec.Command(b.program, "-q")
		c.Stdin = repeat(line.piece, size)
		start := time.Now()
		if err := c.Run(); err != nil {
			return err
		}
		peak := c.ProcessState.SysUsage().(*syscall.Rusage).Maxrss / 1024
		if base == 0 {
			base = peak
		}
		fmt.Printf("%-34s peak %d MiB, %d beyond the first; %.1f s\n", line.name, peak, peak-base, time.Since(start).Seconds())
	}
	return nil
}

// repeat returns a reader of n bytes of one piece again and again.
func repeat(piece string, n int) io.Reader {
	block := strings.Repeat(piece, 1+(64<<10)/len(piece))
	return io.LimitReader(&repeated{block: block}, int64(n))
}

type repeated struct {
	block string
	off   int
}

func (r *repeated) Read(p []byte) (int, error) {
	n := copy(p, r.block[r.off:])
	r.off = (r.off + n) % len(r.block)
	return n, nil
}
