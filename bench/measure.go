package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"time"
)

type bench struct {
	program string
	size    int // bytes of clean inputs
	pairs   int
	dir     string
	row     int
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

// compare measures a pair and prints it: at least must, better aim.
func (b *bench) compare(what string, size int, p pair, must, aim float64) error {
	ratio, best, err := p.measure(b.pairs)
	if err == nil {
		b.print(fmt.Sprintf("%s (%.0f MB/s)", what, float64(size)/1e6/best.Seconds()), ratio, "x", must, aim, ratio >= must, ratio >= aim)
	}
	return err
}

// atMost prints a figure that is to be small.
func (b *bench) atMost(what string, is float64, unit string, must, aim float64) {
	b.print(what, is, unit, must, aim, is <= must, is <= aim)
}

func (b *bench) print(what string, is float64, unit string, must, aim float64, ok, good bool) {
	verdict := "MISSED"
	switch {
	case good:
		verdict = "ok, aim reached"
	case ok:
		verdict = "ok"
	}
	fmt.Printf("%-4d%-52s%7.2f %-2s%8.3g%8.3g  %s\n", b.row, what, is, unit, must, aim, verdict)
}

// skip says that a row could not be measured.
func (b *bench) skip(what, why string) { fmt.Printf("%-4d%-52s%10s  %s\n", b.row, what, "-", why) }

// shell returns a function that runs a command line. Exit code 1, damage found,
// is no failure.
func shell(line string, args ...any) func() error {
	return func() error {
		c := exec.Command("sh", "-c", fmt.Sprintf(line, args...))
		c.Stderr = os.Stderr
		err := c.Run()
		if c.ProcessState != nil && c.ProcessState.ExitCode() == 1 {
			return nil
		}
		return err
	}
}

// again runs f so often that it can be timed.
func again(f func()) func() error {
	return func() error {
		for range 20 {
			f()
		}
		return nil
	}
}

// ftfy returns the command line of ftfy on a file, "" if it is not there.
func ftfy() string {
	if _, err := exec.LookPath("ftfy"); err == nil {
		return "ftfy --preserve-entities %s >/dev/null"
	}
	if exec.Command("python3", "-c", "import ftfy.cli").Run() == nil {
		return "python3 -c 'from ftfy.cli import main; main()' --preserve-entities %s >/dev/null"
	}
	return ""
}

// peakOf runs the filter on what r gives, and returns its peak of memory in MiB, 0
// where the system does not tell. What wait4 says is no use: a process begins with
// the peak of the one that made it.
func (b *bench) peakOf(r io.Reader, args ...string) (peak float64, err error) {
	c := exec.Command(b.program, append(args, "-q")...)
	in, err := c.StdinPipe()
	if err != nil {
		return 0, err
	}
	if err := c.Start(); err != nil {
		return 0, err
	}
	_, err = io.Copy(in, r)
	time.Sleep(100 * time.Millisecond) // for what is still in the pipe
	status, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", c.Process.Pid))
	if _, after, ok := strings.Cut(string(status), "VmHWM:"); ok {
		fmt.Sscan(after, &peak)
	}
	in.Close()
	return peak / 1024, errors.Join(err, c.Wait())
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
