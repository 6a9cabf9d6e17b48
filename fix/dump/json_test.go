package dump

import (
	"strings"
	"testing"
)

func TestRepairJSONString(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"plain", `cafÃ©`, `café`},
		{"clean", `café \u00e9 \/ \"`, `café \u00e9 \/ \"`},
		{"escapes", `it\u00e2\u20ac\u2122s`, `it\u2019s`},
		{"upper case escapes", `it\u00E2\u20AC\u2122s`, `it\u2019s`},
		{"upper case digits", `\u00C3\u00A9`, `\u00E9`},
		{"mixed within the damage", `Ã\u00a9`, `é`},
		{"each in its own style", `Ã© \u00c3\u00a9`, `é \u00e9`},
		{"the rest keeps its spelling", `\u0041\/b\u00e9\t\"Ã©\"\u0022\/`, `\u0041\/b\u00e9\t\"é\"\u0022\/`},
		{"between two repairs, too", `Ã©\/\u0041\u00e9Ã©`, `é\/\u0041\u00e9é`},
		{"a quote in the result", `x \u00e2\u20ac\u0153y`, `x \u201cy`},
		{"surrogate pairs", `\u00f0\u0178\u02dc\u20ac`, `\ud83d\ude00`},
		{"a pair stays", `\ud83d\ude00 Ã©`, `\ud83d\ude00 é`},
		{"half a pair stays", `\ud83d Ã© \ude00\ud83d`, `\ud83d é \ude00\ud83d`},
		{"half a pair is no text", `Ã\ud83d©`, `Ã\ud83d©`},
		{"invalid escapes", `\x Ã© \u12G4 \u00`, `\x é \u12G4 \u00`},
		{"a backslash at the end", `Ã©\`, `é\`},
		{"not UTF-8", "Ã© \xff Ã©", "é \xff é"},
		{"NUL", `Ã©\u0000Ã©`, `é\u0000é`},
		{"a raw control", "a\tÃ©\t\\n", "a\té\t\\n"},
		{"line separator", `\u2028Ã©`, `\u2028é`},
		{"serialized PHP", `s:7:\"caf\u00c3\u00a9\";`, `s:5:\"caf\u00e9\";`},
		{"private names", `O:1:\"A\":1:{s:3:\"\u0000A\u0000\";s:4:\"\u00c3\u00a9\";}`, `O:1:\"A\":1:{s:3:\"\u0000A\u0000\";s:2:\"\u00e9\";}`},
		{"JSON", `{\"a\":\"caf\\u00c3\\u00a9\"}`, `{\"a\":\"caf\\u00e9\"}`},
	}
	repair := func(s string) string { return repairNested(s, textsBy(mend), 1) }
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, changed := repairJSONString([]byte(tt.in), repair)
			if string(got) != tt.want || changed != (tt.in != tt.want) {
				t.Errorf("repairJSONString(%s) = %s, %v, want %s", tt.in, got, changed, tt.want)
			}
			if got, changed = repairJSONString([]byte(tt.in), identity); changed || string(got) != tt.in {
				t.Errorf("identity: %s, %v", got, changed)
			}
		})
	}
}

func TestRepairJSON(t *testing.T) {
	tests := []struct {
		name, in, want string
		ok             bool
	}{
		{"prose", `[1] cafÃ©`, `[1] cafÃ©`, false},
		{"prose in quotes", `"cafÃ©"`, `"cafÃ©"`, false},
		{"a string with escapes", `"caf\u00c3\u00a9"`, `"caf\u00e9"`, true},
		{"object", ` {"a" : "cafÃ©", "b":[1,-2.5e9,true,null,"Ã¼"] } `, ` {"a" : "café", "b":[1,-2.5e9,true,null,"ü"] } `, true},
		{"keys", `{"grÃ¼n":"grÃ¼n"}`, `{"grÃ¼n":"grün"}`, true},
		{"keys of what stands in a string", `{"a":"{\"grÃ¼n\":\"grÃ¼n\"}"}`, `{"a":"{\"grÃ¼n\":\"grün\"}"}`, true},
		{"keys that would become one", `{"Ã©":"Ã©","é":2}`, `{"Ã©":"é","é":2}`, true},
		{"keys that are one", `{"Ã©":1,"Ã©":2}`, `{"Ã©":1,"Ã©":2}`, true},
		{"empty", `{"a":{},"b":[],"c":""}`, `{"a":{},"b":[],"c":""}`, true},
		{"deep", strings.Repeat("[", 100000) + `"Ã©"` + strings.Repeat("]", 100000), strings.Repeat("[", 100000) + `"é"` + strings.Repeat("]", 100000), true},
		{"serialized inside", `{"a":"s:7:\"cafÃ©\";"}`, `{"a":"s:5:\"café\";"}`, true},
		{"not closed", `{"a":"Ã©"`, `{"a":"Ã©"`, false},
		{"two", `{"a":"Ã©"}{}`, `{"a":"Ã©"}{}`, false},
		{"trailing comma", `{"a":"Ã©",}`, `{"a":"Ã©",}`, false},
		{"wrong bracket", `{"a":"Ã©"]`, `{"a":"Ã©"]`, false},
		{"no colon", `{"a"`, `{"a"`, false},
		{"nothing", ``, ``, false},
		{"half", `{`, `{`, false},
		{"comma", `[`, `[`, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got, ok := repairJSON(tt.in, textsBy(mend), 0); got != tt.want || ok != tt.ok {
				t.Errorf("repairJSON(%.200q) = %.200q, %v, want %.200q, %v", tt.in, got, ok, tt.want, tt.ok)
			}
		})
	}
}

func FuzzEdits(f *testing.F) {
	f.Add("cafÃ© â€œlive", "café “live")
	f.Add("", "x")
	f.Add("aaaaÃ©aaaaÃ©", "aaaaéaaaa")
	f.Fuzz(func(t *testing.T, before, after string) {
		var b strings.Builder
		done := 0
		for _, e := range edits(before, after) {
			if e.start < done || e.end < e.start || e.end > len(before) {
				t.Fatalf("edits(%q, %q): %v out of order", before, after, e)
			}
			b.WriteString(before[done:e.start])
			b.WriteString(e.text)
			done = e.end
		}
		b.WriteString(before[done:])
		if b.String() != after {
			t.Fatalf("edits(%q, %q) give %q", before, after, b.String())
		}
	})
}

// TestJSONKeys: keys of JSON stay wherever it stands, and damaged ones are counted.
func TestJSONKeys(t *testing.T) {
	const in, want = `{"Ã©":{"Ã©":"Ã©","é":1},"ü\u00c3\u00bc":["Ã©"]}`, `{"Ã©":{"Ã©":"é","é":1},"ü\u00c3\u00bc":["é"]}`
	wrap := map[Format]func(string) string{
		JSON:   func(s string) string { return s },
		NDJSON: func(s string) string { return s + "\n" + s + "\n" },
		CSV:    func(s string) string { return "a,b\n1,\"" + strings.ReplaceAll(s, `"`, `""`) + "\"\n2,x\n" },
		MySQL: func(s string) string {
			return "CREATE TABLE t (a json);\nINSERT INTO t VALUES ('" + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + "');\n"
		},
		Postgres: func(s string) string {
			s = strings.ReplaceAll(s, `\`, `\\`)
			return "CREATE TABLE t (a jsonb, b text[]);\nCOPY t FROM stdin;\n" + s + "\t{\"" + strings.ReplaceAll(strings.ReplaceAll(s, `\\`, `\\\\`), `"`, `\\"`) + "\"}\n\\.\n"
		},
		PHP: func(s string) string { return "a:1:{i:0;" + phps(s) + "}" },
	}
	counts := map[Format]int64{JSON: 3, NDJSON: 6, CSV: 1, MySQL: 1, Postgres: 2, PHP: 1}
	for format, wrapped := range wrap {
		got, stats, err := walked(t, wrapped(in), mendCell, As(format))
		if err != nil || got != wrapped(want) {
			t.Errorf("%v: %q, want %q; error %v", format, got, wrapped(want), err)
		}
		if n := stats.Total().Keys; n != counts[format] {
			t.Errorf("%v: Keys = %d, want %d", format, n, counts[format])
		}
	}
	_, stats, _ := walked(t, in, mendCell, As(JSON), Exclude(".*"))
	if n := stats.Total().Keys; n != 0 {
		t.Errorf("with all columns left out Keys = %d, want 0", n)
	}
}
