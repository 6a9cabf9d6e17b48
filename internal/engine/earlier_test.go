package engine

import (
	"testing"

	"github.com/unbake/unbake/corpus"
)

// A word that lost bytes in the inner layer comes back beside others of both layers, which earlier rounds repaired.
func TestEarlierRepairsSupport(t *testing.T) {
	const path = "utf-8>windows-1252+replacement-character>windows-1252+replacement-character"
	e := New(Options{})
	for _, want := range []string{"Точка доступа", "Уреди стилове…", "Đang gửi tin nhắn"} {
		text, err := corpus.Bake(want, corpus.MustPath(path))
		if err != nil {
			t.Fatal(err)
		}
		if got := repaired(text, e.Cell(text)); got != want {
			t.Errorf("%q is read as %q, want %q", text, got, want)
		}
	}
}

// Where a repair stands, what it says of the text around it, and of how many layers.
func TestEarlierRepairs(t *testing.T) {
	all := editsOf("Ã¤ Ã„ï¿½ia")
	after := all.apply(all.original, []Finding{{Start: 0, End: len("Ã¤"), Made: true, Readings: []Reading{{After: "ä", Path: "utf-8>windows-1252"}}}})
	list := all.earlier(nil)
	if len(list) != 1 {
		t.Fatalf("%d repairs, want 1", len(list))
	}
	r := &list[0]
	if got := after[r.start:r.end]; got != "ä" || r.before != "Ã¤" || r.gain() <= 0 {
		t.Errorf("the repair put in %q for %q, a gain of %.1f nats, want ä for Ã¤ with a gain", got, r.before, r.gain())
	}
	if r.path = "utf-8>windows-1252>windows-1250"; !r.supports("utf-8>windows-1252") || r.supports("utf-8>windows-125") || r.supports("utf-8>windows-1250") {
		t.Errorf("%q supports other paths than those that it undid", r.path)
	}
}
