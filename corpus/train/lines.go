package main

import (
	"bufio"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
)

// A line is one training line: how many times it counts, and its text.
type line struct {
	lang, register string
	weight         float32
	text           string
}

// eachLine calls f with the lines of some splits of a file, in order.
func eachLine(name string, splits []string, f func(line)) error {
	file, err := os.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	sc := bufio.NewScanner(file)
	sc.Buffer(make([]byte, 1<<20), 1<<20)
	for n := 1; sc.Scan(); n++ {
		fields := strings.SplitN(sc.Text(), "\t", 5)
		if len(fields) != 5 {
			return fmt.Errorf("%s:%d: %d fields, want split, language, register, weight, text", name, n, len(fields))
		}
		if !slices.Contains(splits, fields[0]) {
			continue
		}
		w, err := strconv.ParseFloat(fields[3], 32)
		if err != nil {
			return fmt.Errorf("%s:%d: weight: %w", name, n, err)
		}
		f(line{fields[1], fields[2], float32(w), fields[4]})
	}
	return sc.Err()
}
