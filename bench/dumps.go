package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"

	"github.com/unbake/unbake/corpus"
)

// insertLength, in bytes, is how long the lines of a dump are: what
// max_allowed_packet of MySQL's client is unless set, which mysqldump fills.
const insertLength = 16 << 20

// A dumpText is a dump of one table as mysqldump writes it, with keys, names in
// ASCII, dates, prices, and two columns of text in English and the languages of
// multilingual.
type dumpText struct {
	name  string
	every int // one row in so many is damaged
}

var (
	littleDamage = dumpText{"dump, a row in a thousand", 1000}
	mixedDamage  = dumpText{"dump, a row in ten", 10}
)

const dumpHead = "-- MySQL dump 10.13  Distrib 8.0.36, for Linux (x86_64)\n/*!50503 SET NAMES utf8mb4 */;\n" +
	"CREATE TABLE `posts` (\n  `id` int NOT NULL AUTO_INCREMENT,\n  `slug` varchar(200) NOT NULL,\n  `title` varchar(255) NOT NULL,\n" +
	"  `body` longtext,\n  `views` int DEFAULT NULL,\n  `created` datetime NOT NULL,\n  `price` decimal(10,2) DEFAULT NULL,\n" +
	"  `status` varchar(20) NOT NULL,\n  PRIMARY KEY (`id`)\n) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;\n\nLOCK TABLES `posts` WRITE;\n"

// write writes about n bytes of the dump, the same in each run: damaged, and as
// it should be.
func (t dumpText) write(damaged, right io.Writer, n int) error {
	rnd := rand.New(rand.NewPCG(3, 5))
	words := sampleWords()
	langs := append([]string{""}, multilingual.langs...)
	path := corpus.MustPath("utf-8>windows-1252")
	quote := strings.NewReplacer(`\`, `\\`, `'`, `\'`, `"`, `\"`, "\n", `\n`)
	is, meant := bufio.NewWriter(damaged), bufio.NewWriter(right)
	both := func(format string, args ...any) int {
		fmt.Fprintf(is, format, args...)
		k, _ := fmt.Fprintf(meant, format, args...) // Flush has the error
		return k
	}
	both("%s", dumpHead)
	line := 0
	for row, written := 0, 0; written < n; row++ {
		say := func() string {
			if l := langs[row%len(langs)]; l != "" {
				return strings.TrimSpace(sentence(rnd, words[l]))
			}
			return fmt.Sprintf(`it's %d of %d "quick" brown foxes that jump over it`, rnd.IntN(1e4), rnd.IntN(1e4))
		}
		title, body := say(), say()
		for range rnd.IntN(5) {
			body += "\n" + say()
		}
		if line > insertLength {
			both(";\n")
			line = 0
		}
		if line == 0 {
			line = both("INSERT INTO `posts` VALUES ")
		} else {
			both(",")
		}
		k := both("(%d,'post-%d-%x',", row+1, row+1, rnd.Uint32())
		k += len(title) + len(body)
		fmt.Fprintf(meant, "'%s','%s'", quote.Replace(title), quote.Replace(body))
		if row%t.every == t.every/2 {
			var err, err2 error
			title, err = corpus.Bake(title, path)
			body, err2 = corpus.Bake(body, path)
			if err = errors.Join(err, err2); err != nil {
				return err
			}
		}
		fmt.Fprintf(is, "'%s','%s'", quote.Replace(title), quote.Replace(body))
		k += both(",%d,'20%02d-%02d-%02d %02d:%02d:00',%d.%02d,'published')", rnd.IntN(1e5),
			rnd.IntN(25), 1+rnd.IntN(12), 1+rnd.IntN(28), rnd.IntN(24), rnd.IntN(60), rnd.IntN(1000), rnd.IntN(100))
		line += k
		written += k
	}
	both(";\nUNLOCK TABLES;\n")
	return errors.Join(is.Flush(), meant.Flush())
}

// files writes the dump to a file, and what it should be to another.
func (t dumpText) files(dir string, n int) (damaged, right string, size int, err error) {
	name := filepath.Join(dir, strings.ReplaceAll(t.name, " ", "-"))
	damaged, right = name+".sql", name+"-right.sql"
	is, err := os.Create(damaged)
	if err != nil {
		return "", "", 0, err
	}
	defer is.Close()
	meant, err := os.Create(right)
	if err != nil {
		return "", "", 0, err
	}
	defer meant.Close()
	if err := t.write(is, meant, n); err != nil {
		return "", "", 0, err
	}
	info, err := is.Stat()
	if err != nil {
		return "", "", 0, err
	}
	return damaged, right, int(info.Size()), errors.Join(is.Close(), meant.Close())
}

// dumps measures dumps between two pipes: that they come out right, how fast, and
// in how much memory.
func (b *bench) dumps() error {
	for _, x := range []struct {
		dumpText
		must, aim float64
	}{{littleDamage, 0.6, 0.8}, {mixedDamage, 0, 0.3}} {
		damaged, right, size, err := x.files(b.dir, b.size)
		if err != nil {
			return err
		}
		out := damaged + ".out"
		if err := shell("cat %s | %s -q >%s && cmp %s %s >&2 || exit 3", damaged, b.program, out, out, right)(); err != nil {
			return fmt.Errorf("%s did not come out right: %w", x.name, err)
		}
		p := pair{shell("cat %s | %s -q >/dev/null", damaged, b.program), shell("cat %s | cat >/dev/null", damaged)}
		ratio, best, err := p.measure(b.pairs)
		if err != nil {
			return err
		}
		speed := float64(size) / 1e6 / best.Seconds()
		b.print(fmt.Sprintf("%s, pipe / cat | cat", x.name), ratio, "x", x.must, x.aim, ratio >= x.must, ratio >= x.aim)
		b.print(fmt.Sprintf("%s, MB/s", x.name), speed, "", 150, 500, speed >= 150, speed >= 500)
		in, err := os.Open(damaged)
		if err != nil {
			return err
		}
		peak, err := b.peakOf(in)
		in.Close()
		if err != nil {
			return err
		}
		b.atMost(x.name+", peak in MiB", peak, "", 64, 48)
		if err := errors.Join(os.Remove(damaged), os.Remove(right), os.Remove(out)); err != nil {
			return err
		}
	}
	return nil
}
