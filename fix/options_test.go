package fix

import "testing"

func TestNothingLeftToConsider(t *testing.T) {
	if _, err := New(Only("windows-1252", "koi8-r"), Skip("windows-1252", "koi8-r")); err == nil {
		t.Error("New(Only, Skip) of the same encodings = nil, want an error")
	}
	f, err := New(Skip("windows-1252"), Only("windows-1252", "windows-1251"))
	if err != nil {
		t.Fatal(err)
	}
	const in, want = "РџСЂРёРІРµС‚ и cafÃ© isnâ€™t", "Привет и cafÃ© isnâ€™t"
	if got := f.String(in); got != want {
		t.Errorf("String(%q) = %q, want %q", in, got, want)
	}
}
