package corpus_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/unbake/unbake/corpus"
)

func TestDamageParts(t *testing.T) {
	path := corpus.MustPath("utf-8>windows-1252")
	text := "été à Nîmes\r\nplain line\n\ndéjà vu\n"
	tests := []struct {
		damage corpus.Damage
		name   string
		want   string
	}{
		{corpus.Damage{Path: path}, "utf-8>windows-1252",
			"Ã©tÃ© Ã\u00a0 NÃ®mes\r\nplain line\n\ndÃ©jÃ\u00a0 vu\n"},
		{corpus.Damage{Path: path, Part: corpus.Words, Share: 1}, "utf-8>windows-1252@words=1,seed=0",
			"Ã©tÃ© Ã\u00a0 NÃ®mes\r\nplain line\n\ndÃ©jÃ\u00a0 vu\n"},
		{corpus.Damage{Path: path, Part: corpus.Words, Share: 0}, "utf-8>windows-1252@words=0,seed=0", text},
		{corpus.Damage{Path: path, Part: corpus.Lines, Share: 1, Seed: 2}, "utf-8>windows-1252@lines=1,seed=2",
			"Ã©tÃ© Ã\u00a0 NÃ®mes\r\nplain line\n\ndÃ©jÃ\u00a0 vu\n"},
	}
	for _, tt := range tests {
		if got := tt.damage.String(); got != tt.name {
			t.Errorf("String() = %q, want %q", got, tt.name)
		}
		got, err := tt.damage.Bake(text)
		if err != nil {
			t.Errorf("%s: %v", tt.damage, err)
		} else if got.Text != tt.want {
			t.Errorf("%s = %q, want %q", tt.damage, got.Text, tt.want)
		}
	}
}

// Whatever the seed, some words are baked, the others stand as they were,
// and a seed always means the same words.
func TestDamageSeeds(t *testing.T) {
	text := "Où êtes-vous née ? À Nîmes, près du théâtre, où l’été est très chaud"
	words := strings.Fields(text)
	path := corpus.MustPath("utf-8>windows-1251")
	results := map[string]bool{}
	for seed := range uint64(40) {
		d := corpus.Damage{Path: path, Part: corpus.Words, Share: 0.2, Seed: seed}
		got, err := d.Bake(text)
		if err != nil {
			t.Fatal(err)
		}
		again, _ := d.Bake(text)
		if diff := cmp.Diff(got, again); diff != "" {
			t.Errorf("%s differs from itself (-first +second):\n%s", d, diff)
		}
		baked := 0
		for i, w := range strings.Fields(got.Text) {
			if all, _ := corpus.Bake(words[i], path); w == all && w != words[i] {
				baked++
			} else if w != words[i] {
				t.Errorf("%s: word %q became %q", d, words[i], w)
			}
		}
		if baked == 0 {
			t.Errorf("%s: nothing was baked", d)
		}
		results[got.Text] = true
	}
	if len(results) < 10 {
		t.Errorf("40 seeds gave %d texts, want variety", len(results))
	}
}

// The choice of a seed is part of the contract: scores are compared across
// machines and releases of Go.
func TestDamageSeedIsFixed(t *testing.T) {
	d := corpus.Damage{Path: corpus.MustPath("utf-8>windows-1252"), Part: corpus.Words, Share: 0.5, Seed: 1}
	got, err := d.Bake("é è ê ë à â ä ï")
	if err != nil {
		t.Fatal(err)
	}
	if want := "é Ã¨ ê Ã« à â ä ï"; got.Text != want {
		t.Errorf("Bake = %+q, want %+q", got.Text, want)
	}
}

func TestDamageErrors(t *testing.T) {
	path := corpus.MustPath("utf-8>windows-1252")
	for _, d := range []corpus.Damage{
		{Path: path, Part: 9, Share: 0.5},
		{Path: path, Part: corpus.Words, Share: 1.5},
		{Path: path, Part: corpus.Lines, Share: -0.1},
		{Part: corpus.Words, Share: 1},
	} {
		if got, err := d.Bake("é"); err == nil {
			t.Errorf("%v: %q, want an error", d, got.Text)
		}
	}
}
