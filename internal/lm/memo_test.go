package lm

import (
	"math/rand/v2"
	"testing"
)

// A Memo answers as its model does, to the bit, also where slots are taken by
// other questions.
func TestMemoIsModel(t *testing.T) {
	m := Default()
	memo := new(Memo)
	rnd := rand.New(rand.NewPCG(1, 7))
	alphabet := []rune("etaoin  .,'ÉéàÃ©â€™—Привет日本語ไทย\u00a0\u0081\ufffd\U0010fffd")
	for range 3000 {
		c := Edge
		for range rnd.IntN(40) {
			s := EdgeSym
			if n := rnd.IntN(len(alphabet) + 1); n < len(alphabet) {
				s = m.Sym(alphabet[n])
			}
			want, cost := m.Next(c, s)
			got, remembered := memo.Next(m, c, s)
			if got != want || remembered != cost {
				t.Fatalf("Next(%x, %x) = %x, %v; the model says %x, %v", c, s, got, remembered, want, cost)
			}
			c = want
		}
	}
}
