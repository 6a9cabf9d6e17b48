// Bench measures unbake against what a machine can do: cat, wc, iconv, ftfy,
// bytes.IndexByte and utf8.Valid, side by side in one run, and says for each row
// whether it is where it must be and where we want it.
//
// Usage:
//
//	go run ./bench [-unbake PROGRAM] [-size MB] [-pairs N] [-only ROW,...]
//
// A ratio of speeds is the median over pairs of runs, taken in turn, so that a
// busy machine slows both. MB/s are of input, the best of all runs. Programs that
// are not installed are left out; ftfy is also found as a module of python3
// (PYTHONPATH). Rows that need two processors mean nothing where others use them.
//
// Row 14 also compares all that comes out of a dump with what it should be, byte for
// byte: -only 14 -size 1000 -pairs 1 for one of a gigabyte with lines of 16 MB.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(2)
	}
}

func run() error {
	program := flag.String("unbake", "", "the `program` to measure; that of this tree if not given")
	size := flag.Int("size", 128, "size of clean inputs in `MB`; damaged ones are an eighth of it")
	pairs := flag.Int("pairs", 9, "`number` of pairs of runs")
	only := flag.String("only", "", "`rows` to measure, as in 1,2,10")
	gate := flag.Bool("gate", false, "print the two ratios of row 4 for this build, and nothing else")
	flag.Parse()

	b := bench{program: *program, size: *size * 1e6, pairs: *pairs}
	if *gate {
		return b.printGate()
	}
	var err error
	if b.dir, err = os.MkdirTemp("", "unbake-bench-"); err != nil {
		return err
	}
	defer os.RemoveAll(b.dir)
	if b.program == "" {
		b.program = filepath.Join(b.dir, "unbake")
		if out, err := exec.Command("go", "build", "-o", b.program, "github.com/unbake/unbake/cmd/unbake").CombinedOutput(); err != nil {
			return fmt.Errorf("build: %w: %s", err, out)
		}
	}
	fmt.Printf("%s, %s/%s, %d processors\n\n", cpu(), runtime.GOOS, runtime.GOARCH, runtime.NumCPU())
	fmt.Printf("%-4s%-52s%10s%8s%8s  %s\n", "row", "what", "measured", "must", "aim", "")
	for i, r := range []func() error{
		b.asciiPipe, b.multilingualPipe, b.memory, b.plainGo, b.cached, b.check, b.inPlace,
		b.sparse, b.dense, b.longLine, b.peak, b.start, b.twoCores, b.dumps, b.losses,
	} {
		b.row = i + 1
		if *only != "" && !slices.Contains(strings.Split(*only, ","), fmt.Sprint(b.row)) {
			continue
		}
		if err := r(); err != nil {
			return fmt.Errorf("row %d: %w", b.row, err)
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
