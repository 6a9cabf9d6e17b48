// Bench measures unbake against what a machine can do: cat, wc, iconv, ftfy and
// utf8.Valid, side by side in one run, and prints ratios.
//
// Usage:
//
//	go build -o /tmp/unbake ./cmd/unbake
//	go run ./bench [-unbake /tmp/unbake] [-size MB] [-pairs N] [-only TABLE]
//
// A ratio is the median over pairs of runs, taken in turn, so that a busy
// machine slows both. MB/s are of input, the best of all runs. Programs that are
// not installed are left out.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"os"
	"runtime"
	"strings"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(2)
	}
}

func run() error {
	program := flag.String("unbake", "/tmp/unbake", "the `program` to measure")
	size := flag.Int("size", 128, "size of clean inputs in `MB`; damaged ones are an eighth of it")
	pairs := flag.Int("pairs", 9, "`number` of pairs of runs")
	only := flag.String("only", "", "one `table`: memory, pipe, check, peers, process")
	flag.Parse()

	dir, err := os.MkdirTemp("", "unbake-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	fmt.Printf("%s, %s/%s, %d processors\n", cpu(), runtime.GOOS, runtime.GOARCH, runtime.NumCPU())
	b := bench{program: *program, size: *size * 1e6, pairs: *pairs, dir: dir}
	for _, t := range []struct {
		name string
		run  func() error
	}{
		{"memory", b.memory}, {"pipe", b.pipe}, {"check", b.check}, {"peers", b.peers}, {"process", b.process},
	} {
		if *only == "" || *only == t.name {
			fmt.Printf("\n## %s\n\n", t.name)
			if err := t.run(); err != nil {
				return fmt.Errorf("%s: %w", t.name, err)
			}
		}
	}
	return nil
}

// cpu returns the name of the processor where Linux tells it.
func cpu() string {
	f, err := os.Open("/proc/cpuinfo")
	if err != nil {
		return "unknown processor"
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		if name, ok := strings.CutPrefix(lines.Text(), "model name"); ok {
			return strings.TrimLeft(name, "\t :")
		}
	}
	return "unknown processor"
}
