package main

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"

	"github.com/unbake/unbake/corpus"
	"github.com/unbake/unbake/fix"
)

func main() {
	f, _ := os.Open("/tmp/w/lines.tsv")
	sc := bufio.NewScanner(f)
	sc.Buffer(make([]byte, 1<<20), 1<<20)
	var texts []string
	for sc.Scan() {
		p := strings.SplitN(sc.Text(), "\t", 5)
		if len(p) == 5 && strings.HasPrefix(p[0], "held") && strings.ContainsFunc(p[4], func(r rune) bool { return r > 127 }) {
			texts = append(texts, p[4])
		}
	}
	rng := rand.New(rand.NewPCG(7, 7))
	enc := corpus.Encodings()
	behind := strings.Split("™|®|…|”|’|»|\u00a0|–|—|°|²|†", "|")
	fx, _ := fix.New()
	for round := range 6 {
		var lines, want []string
		dam := []float64{0, 0.1, 0.3, 0.6, 0.9, 1}[round]
		onlyWest := false
		for len(lines) < 6000 {
			t := texts[rng.IntN(len(texts))]
			if rng.Float64() < dam {
				path := "utf-8>windows-1252"
				if !onlyWest && rng.IntN(2) == 0 {
					path = "utf-8>" + enc[rng.IntN(len(enc))]
				}
				b, err := corpus.Bake(t, corpus.MustPath(path))
				if err != nil || strings.ContainsAny(b, "\r\n") {
					continue
				}
				lines, want = append(lines, b), append(want, t)
				continue
			}
			if rng.IntN(2) == 0 {
				if rng.IntN(2) == 0 {
					t = strings.ToUpper(t)
				}
				ws := strings.Split(t, " ")
				for i, w := range ws {
					rs := []rune(w)
					if len(rs) > 0 && rs[len(rs)-1] > 127 {
						ws[i] += behind[rng.IntN(len(behind))]
					}
				}
				t = strings.Join(ws, " ")
			}
			lines, want = append(lines, t), append(want, t)
		}
		doc := strings.Join(lines, "\n")
		learnt := fx.Learn(doc)
		for k, g := range []*fix.Fixer{fx, learnt} {
			var right, left, wrong, clean, harmed int
			for i, l := range lines {
				got := g.String(l)
				switch {
				case l == want[i] && got != l:
					harmed++
					if k == 1 {
						fmt.Printf("  harmed %q -> %q\n", l, got)
					}
				case l == want[i]:
					clean++
				case got == want[i]:
					right++
				case got == l:
					left++
				default:
					wrong++
				}
			}
			fmt.Printf("damaged %.1f profile %d: right %d left %d wrong %d clean %d harmed %d\n", dam, k, right, left, wrong, clean, harmed)
		}
	}
}
