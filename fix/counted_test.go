package fix_test

import (
	"strings"
	"testing"
)

// TestCounted: a string of serialized PHP in text, whose length is right, stays and is told of; where the
// length counts what was meant, it is repaired.
func TestCounted(t *testing.T) {
	tests := []struct{ in, want string }{
		{`INSERT INTO [t] VALUES (1, N'a:1:{i:0;s:7:"JosÃ©";}', N'cafÃ©')`, `INSERT INTO [t] VALUES (1, N'a:1:{i:0;s:7:"JosÃ©";}', N'café')`},
		{`INSERT INTO t VALUES ('a:1:{i:0;s:5:"JosÃ©";}')`, `INSERT INTO t VALUES ('a:1:{i:0;s:5:"José";}')`},
		{`INSERT INTO t VALUES ('s:18:"l''Ã©tÃ© tÃ´t";')`, `INSERT INTO t VALUES ('s:18:"l''Ã©tÃ© tÃ´t";')`},
		{`x = "s:7:\"JosÃ©\";s:4:\"x\\yz\";s:6:\"cafÃ©\";";`, `x = "s:7:\"JosÃ©\";s:4:\"x\\yz\";s:6:\"café\";";`},
		{`1,"a:2:{s:7:""JosÃ©"";s:0:"""";}",cafÃ©`, `1,"a:2:{s:7:""JosÃ©"";s:0:"""";}",café`},
		{`sizes:7:"JosÃ©"; s:7: "JosÃ©"; s:99999999999:"JosÃ©"; s:9:"JosÃ©`, `sizes:7:"José"; s:7: "José"; s:99999999999:"José"; s:9:"José`},
	}
	f := mustNew(t)
	const damaged = "Le cafÃ© est fermÃ© Ã  la journÃ©e\nIl a Ã©tÃ© prÃ©sident de la sociÃ©tÃ©\nDÃ©jÃ  vu, trÃ¨s chÃ¨re\n"
	for _, tt := range tests {
		if got := f.String(tt.in); got != tt.want {
			t.Errorf("String(%q) = %q, want %q", tt.in, got, tt.want)
		}
		if got := f.Learn(strings.Repeat(damaged, 3), tt.in).String(tt.in); got != tt.want {
			t.Errorf("in a damaged document, String(%q) = %q, want %q", tt.in, got, tt.want)
		}
		if e := f.Explain(tt.in); len(e.Suspects) == 0 && strings.Contains(tt.want, "Ã") {
			t.Errorf("nothing is said of %q", tt.in)
		}
	}
}
