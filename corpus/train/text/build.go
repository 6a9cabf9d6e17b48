package main

import (
	"context"
	"fmt"
	"io"
	"os"

	"github.com/unbake/unbake/corpus/train/text/extract"
	"github.com/unbake/unbake/corpus/train/text/line"
	"github.com/unbake/unbake/corpus/train/text/mix"
	"github.com/unbake/unbake/corpus/train/text/npm"
)

type options struct {
	prose, cache, out, sources string
	unseen                     map[string]bool
	log                        io.Writer
}

func build(ctx context.Context, o options) error {
	if err := os.MkdirAll(o.cache, 0o755); err != nil {
		return err
	}
	pool := mix.NewPool()
	var sums []sum
	if o.prose != "" {
		got, err := addProse(pool, o.prose)
		if err != nil {
			return err
		}
		sums = append(sums, got...)
	}
	pkgs, err := tarballs(ctx, o.cache)
	if err != nil {
		return err
	}
	for _, src := range extract.Sources() {
		got, err := addSource(pool, src, pkgs[src.Package])
		if err != nil {
			return fmt.Errorf("%s: %w", src.Package, err)
		}
		sums = append(sums, got)
		fmt.Fprintf(o.log, "text: %s: %d lines, %d characters\n", src.Package, got.lines, got.runes)
	}
	st, err := newStock(pkgs)
	if err != nil {
		return err
	}
	rows := allRows(pool, st, o.unseen)
	if o.sources != "" {
		if err := writeFile(o.sources, func(w io.Writer) error { return writeSources(w, sums) }); err != nil {
			return err
		}
	}
	return writeFile(o.out, func(w io.Writer) error {
		runes, err := mix.Write(w, rows, o.unseen)
		if err == nil {
			summary(o.log, runes)
		}
		return err
	})
}

// tarballs returns the checked tarballs of all pinned packages by name.
func tarballs(ctx context.Context, cache string) (map[string][]byte, error) {
	pins, err := npm.Pins()
	if err != nil {
		return nil, err
	}
	out := map[string][]byte{}
	for _, p := range pins {
		if out[p.Name], err = npm.Fetch(ctx, p, cache); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func addProse(pool *mix.Pool, name string) ([]sum, error) {
	file, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	sums := newSums()
	err = extract.Prose(file, func(source string, l line.Line) {
		sums.add(source, l)
		pool.Add(l)
	})
	pool.EndSource(0)
	return sums.all(), err
}

func addSource(pool *mix.Pool, src extract.Source, tarball []byte) (sum, error) {
	if tarball == nil {
		return sum{}, fmt.Errorf("not pinned")
	}
	sums := newSums()
	err := src.Lines(tarball, func(l line.Line) {
		sums.add(src.Package, l)
		pool.Add(l)
	})
	if err != nil {
		return sum{}, err
	}
	pool.EndSource(src.Cap)
	all := sums.all()
	if len(all) == 0 {
		return sum{}, fmt.Errorf("no text found")
	}
	return all[0], nil
}
