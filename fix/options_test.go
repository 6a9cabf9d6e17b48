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

// TestSkipReadAlike: what a page that is skipped reads is no other page's, unless that is named.
func TestSkipReadAlike(t *testing.T) {
	for _, tt := range []struct {
		name     string
		opts     []Option
		in, want string
	}{
		{"the page at work", []Option{Skip("windows-1252")}, "le cafÃ© est fermÃ©", "le cafÃ© est fermÃ©"},
		{"a near page", []Option{Skip("windows-1254", "iso-8859-15")}, "le cafÃ© est fermÃ©", "le café est fermé"},
		{"another page", []Option{Skip("windows-1252")}, "caf├® noir, РџСЂРёРІРµС‚", "café noir, Привет"},
		{"a near page that is named", []Option{Skip("windows-1252"), From("windows-1254")}, "gÃ¼neÅŸ, Ä°stanbul", "güneş, İstanbul"},
		{"two layers", []Option{Skip("windows-1252")}, "un cafÃƒÂ© fermÃƒÂ©", "un cafÃƒÂ© fermÃƒÂ©"},
	} {
		f, err := New(tt.opts...)
		if err != nil {
			t.Fatal(err)
		}
		if got := f.String(tt.in); got != tt.want {
			t.Errorf("%s: String(%q) = %q, want %q", tt.name, tt.in, got, tt.want)
		}
		if got := string(f.Bytes([]byte(tt.in))); got != tt.want {
			t.Errorf("%s: Bytes(%q) = %q, want %q", tt.name, tt.in, got, tt.want)
		}
	}
}
