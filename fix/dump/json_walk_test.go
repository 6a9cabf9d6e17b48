package dump

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var jsonTests = []walkTest{
	{"values, not keys", `{"cafÃ©" : "cafÃ©", "b":["Ã¼",{"c":"Ã©"}]}`, `{"cafÃ©" : "café", "b":["ü",{"c":"é"}]}`},
	{"bare string", `"Ã©"`, `"é"`},
	{"lines", "{\"a\":\"Ã©\"}\r\n\n{\"a\":\"\\u00c3\\u00a9\"}\n", "{\"a\":\"é\"}\r\n\n{\"a\":\"\\u00e9\"}\n"},
	{"without a line end", `{"a":"Ã©"}{"a":"Ã©"}`, `{"a":"é"}{"a":"é"}`},
	{"byte order mark", "\ufeff{\"a\":\"Ã©\"}", "\ufeff{\"a\":\"é\"}"},
	{"numbers and white space", " { \"n\" : 1234567890123456789012345678901234567890.10e+5 ,\n\t\"a\" : \"Ã©\" } ", " { \"n\" : 1234567890123456789012345678901234567890.10e+5 ,\n\t\"a\" : \"é\" } "},
	{"duplicate keys", `{"a":"Ã©","a":"Ã©"}`, `{"a":"é","a":"é"}`},
	{"bytes that are not text part a string", "[\"Ã© \xff Ã©\",\"\\ud83d Ã©\"]", "[\"é \xff é\",\"\\ud83d é\"]"},
	{"invalid escapes", `["\x Ã©", "\u12 Ã©"]`, `["\x é", "\u12 é"]`},
	{"escaped quotes", `["\"Ã©\"\\", "Ã©"]`, `["\"é\"\\", "é"]`},
	{"binary", `{"$binary":"Ã©","x":{"$oid":"Ã©"},"y":{"$binary":{"base64":"Ã©"}},"z":"Ã©"}`, `{"$binary":"Ã©","x":{"$oid":"Ã©"},"y":{"$binary":{"base64":"Ã©"}},"z":"é"}`},
	{"names and programs of MongoDB", `{"a":{"$code":"Ã©"},"b":{"$ref":"Ã©","$db":"Ã©","x":"Ã©"}}`, `{"a":{"$code":"Ã©"},"b":{"$ref":"Ã©","$db":"Ã©","x":"é"}}`},
	{"serialized", `{"a":"a:1:{i:0;s:4:\"\u00c3\u00a9\";}"}`, `{"a":"a:1:{i:0;s:2:\"\u00e9\";}"}`},
	{"JSON in JSON", `{"a":"{\"b\":\"\\u00c3\\u00a9\"}"}`, `{"a":"{\"b\":\"\\u00e9\"}"}`},
	{"a wrong line among others", "{\"a\":\"Ã©\"}\n{\"a\":Ã©,\"b\":\"Ã©\"}\n{\"a\":\"Ã©\"}\n", "{\"a\":\"é\"}\n{\"a\":Ã©,\"b\":\"Ã©\"}\n{\"a\":\"é\"}\n"},
	{"a string that is not closed", "{\"a\":\"Ã©\n{\"a\":\"Ã©\"}\n", "{\"a\":\"Ã©\n{\"a\":\"é\"}\n"},
	{"wrong in the middle of many lines", "{\n\"a\":\"Ã©\",\nb\n\"c\":\"Ã©\"}\n{\"a\":\"Ã©\"}", "{\n\"a\":\"é\",\nb\n\"c\":\"Ã©\"}\n{\"a\":\"Ã©\"}"},
	{"cut", `{"a":"Ã©","b":"Ã©`, `{"a":"é","b":"Ã©`},
	{"cut in an escape", `["Ã©","\`, `["é","\`},
	{"backslash before a line end", "[\"\\\n[\"Ã©\"]", "[\"\\\n[\"é\"]"},
	{"too deep", strings.Repeat("[", maxJSONDepth+1) + `"Ã©"`, strings.Repeat("[", maxJSONDepth+1) + `"Ã©"`},
	{"prose", `no JSON, "Ã©"`, `no JSON, "Ã©"`},
	{"empty", ``, ``},
}

func TestWalkJSON(t *testing.T) { runWalkTests(t, JSON, jsonTests) }

func FuzzWalkJSON(f *testing.F) { fuzzWalk(f, []Format{JSON, NDJSON}, jsonTests) }

func TestJSONColumns(t *testing.T) {
	const in = `{"messages":[{"content":"Ã©","n":1,"tags":["a","Ã©"]},{"content":"b"}],"":"x","a.b":{"c":""}}["y"]`
	_, stats, err := walked(t, in, mendCell, As(JSON))
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]int64{}
	for _, c := range stats.Columns {
		got[c.Column] = c.Cells
	}
	want := map[string]int64{"messages[].content": 2, "messages[].tags[]": 2, "": 1, "a.b.c": 1, "[]": 1}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("columns (-want +got):\n%s", diff)
	}
}

func TestJSONProblems(t *testing.T) {
	in := "{\"a\":1}\n{\"a\":x:\"y\"}\n{\"a\":\"Ã©\n{}\n"
	_, stats, err := walked(t, in, mendCell, As(NDJSON))
	if err == nil || len(stats.Problems) != 2 {
		t.Fatalf("error %v, problems %v; want two", err, stats.Problems)
	}
	want := []string{"ndjson: line 2, byte 14: key expected", "ndjson: line 3, byte 30: string not closed at the end of the line"}
	for i, p := range stats.Problems {
		if p.Error() != want[i] {
			t.Errorf("problem %d: %v, want %v", i, p, want[i])
		}
	}
}

func TestJSONTooLong(t *testing.T) {
	long := strings.Repeat("Ã©", 100)
	in := `{"a":"` + long + `","b":"Ã©","` + long + `":"Ã©"}`
	want := `{"a":"` + long + `","b":"é","` + long + `":"é"}`
	got, stats, _ := walked(t, in, mendCell, As(JSON), MaxLiteral(64))
	if got != want {
		t.Errorf("Copy = %q", got)
	}
	if n := stats.Total().TooLong; n != 1 {
		t.Errorf("TooLong = %d, want 1", n)
	}
}
