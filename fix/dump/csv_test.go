package dump

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var csvTests = []walkTest{
	{"plain", "id,name\n1,cafÃ©\n2,Ã¼\n", "id,name\n1,café\n2,ü\n"},
	{"line ends", "id,name\r\n1,cafÃ©\r\n2,Ã¼\r3,Ã©", "id,name\r\n1,café\r\n2,ü\r3,é"},
	{"quotes", "id,name\n1,\"Ã© \"\"x\"\", Ã©\r\nÃ©\"\n", "id,name\n1,\"é \"\"x\"\", é\r\né\"\n"},
	{"needless quotes stay", "\"id\",\"name\"\n\"1\",\"Ã©\"\n", "\"id\",\"name\"\n\"1\",\"é\"\n"},
	{"white space stays", "id , name\n1 ,  Ã© \n", "id , name\n1 ,  é \n"},
	{"semicolons", "id;name\n1;Ã©, Ã©\n2;\"Ã©;\"\n", "id;name\n1;é, é\n2;\"é;\"\n"},
	{"empty fields", "a,b\n,\n\"\",Ã©\n", "a,b\n,\n\"\",é\n"},
	{"ragged", "a,b\n1\n1,Ã©,3\n\n", "a,b\n1\n1,é,3\n\n"},
	{"header", "PrÃ©nom,\"Ã‚ge Ã©\"\nx,1\n", "Prénom,\"Ã‚ge é\"\nx,1\n"},
	{"behind a closing quote", "\"a\",\"b\"\n\"Ã©\" Ã© ,Ã©\n", "\"a\",\"b\"\n\"é\" Ã© ,é\n"},
	{"not closed", "a,b\n1,\"Ã©\n2,\"\"Ã©\n", "a,b\n1,\"é\n2,\"\"é\n"},
	{"byte order mark", "\ufeff\"a\",b\n1,Ã©\n", "\ufeff\"a\",b\n1,é\n"},
	{"not UTF-8", "a,b\n\xff Ã©,Ã©\n", "a,b\n\xff Ã©,é\n"},
	{"JSON", "a,b\n1,\"{\"\"k\"\":\"\"\\u00c3\\u00a9\"\"}\"\n", "a,b\n1,\"{\"\"k\"\":\"\"\\u00e9\"\"}\"\n"},
	{"serialized", "a,b\n1,\"a:1:{i:0;s:4:\"\"Ã©\"\";}\"\n", "a,b\n1,\"a:1:{i:0;s:2:\"\"é\"\";}\"\n"},
	{"serialized without quotes", "a,b\n1,a:1:{i:0;s:4:\"Ã©\";}\n", "a,b\n1,a:1:{i:0;s:2:\"é\";}\n"},
	{"backslashes", "1,\"a \\\"Ã©\\\", b\\\\\"\n2,\\N\n3,\"\\\nÃ©\"\n", "1,\"a \\\"é\\\", b\\\\\"\n2,\\N\n3,\"\\\né\"\n"},
	{"one column", "name\ncafÃ©\n\"Ã©, x\"\n", "name\ncafé\n\"é, x\"\n"},
	{"nothing", "", ""},
}

var tsvTests = []walkTest{
	{"plain", "id\tname\n1\tÃ©\n", "id\tname\n1\té\n"},
	{"outfile", "1\tÃ©\\\tÃ©\\\nÃ©\\\\\t\\N\tÃ©\n2\t\\N\t\tÃ©\n", "1\té\\\té\\\né\\\\\t\\N\té\n2\t\\N\t\té\n"},
	{"COPY", "1\tÃ©\\tÃ©\\nÃ©\\\\\t\\N\n", "1\té\\té\\né\\\\\t\\N\n"},
	{"spreadsheet", "a\tb\n\"Ã© \"\"x\"\"\n\tÃ©\"\tÃ©\r\n", "a\tb\n\"é \"\"x\"\"\n\té\"\té\r\n"},
	{"JSON with its backslashes doubled", "1\t{\"a\":\"\\\\u00c3\\\\u00a9\"}\n", "1\t{\"a\":\"\\\\u00e9\"}\n"},
	{"backslash at the end", "1\tÃ©\\N\n2\tÃ©\\", "1\té\\N\n2\té\\"},
	{"NULL and line ends", "1\t\\N\r\n2\tÃ©\r\n", "1\t\\N\r\n2\té\r\n"},
}

func TestWalkCSV(t *testing.T) { runWalkTests(t, CSV, csvTests) }
func TestWalkTSV(t *testing.T) { runWalkTests(t, TSV, tsvTests) }

func FuzzWalkCSV(f *testing.F) { fuzzWalk(f, []Format{CSV, TSV}, csvTests, tsvTests) }

// A repair that needs quotes, or escapes, gets them; what stood there keeps
// its spelling.
func TestFieldsAreSpelt(t *testing.T) {
	swap := func(c *Cell) (string, bool) {
		out := strings.NewReplacer("Ã1", ",", "Ã2", "\"", "Ã3", "\t", "Ã4", "\n", "Ã5", `\`).Replace(c.Text)
		return out, out != c.Text
	}
	tests := []struct {
		format   Format
		in, want string
	}{
		{CSV, "a,b\n1,Ã1\n", "a,b\n1,\",\"\n"},
		{CSV, "a,b\n1,x Ã2y\n", "a,b\n1,\"x \"\"y\"\n"},
		{CSV, "a,b\n1,\"x Ã2y\"\n", "a,b\n1,\"x \"\"y\"\n"},
		{CSV, "a,b\n1,Ã4\n", "a,b\n1,\"\n\"\n"},
		{TSV, "1\t\\\\Ã3Ã4Ã5\\\t\t\\N\n", "1\t\\\\\\t\\n\\\\\\\t\t\\N\n"},
		{TSV, "a\tb\nx\tÃ3\n", "a\tb\nx\t\"\t\"\n"},
	}
	for _, tt := range tests {
		if got, _, _ := walked(t, tt.in, swap, As(tt.format)); got != tt.want {
			t.Errorf("Copy(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestCSVColumns(t *testing.T) {
	tests := []struct {
		name, in string
		want     []string
	}{
		{"header", "id,\"the name\"\n1,x\n", []string{"id", "the name"}},
		{"numbers are no header", "1,x\n2,y\n", []string{"1", "2"}},
		{"same names", "x,x\n2,y\n", []string{"1", "2"}},
		{"more fields than names", "a,b\n1,2,3\n4,5\n", []string{"a", "b", "3"}},
	}
	for _, tt := range tests {
		_, stats, _ := walked(t, tt.in, mendCell, As(CSV))
		var got []string
		for _, c := range stats.Columns {
			got = append(got, c.Column)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s: columns (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestCSVScope(t *testing.T) {
	got, _, _ := walked(t, "a,b\nÃ©,Ã©\n", mendCell, As(CSV), Include("*.b"))
	if want := "a,b\nÃ©,é\n"; got != want {
		t.Errorf("Include(.b): %q, want %q", got, want)
	}
}

func TestCSVTooLong(t *testing.T) {
	long := strings.Repeat("Ã©", 100)
	in := "a,b\n" + long + ",Ã©\n\"" + long + "\",\"Ã©\"\n"
	want := "a,b\n" + long + ",é\n\"" + long + "\",\"é\"\n"
	got, stats, _ := walked(t, in, mendCell, As(CSV), MaxLiteral(64))
	if got != want || stats.Total().TooLong != 2 {
		t.Errorf("Copy = %q, TooLong %d; want %q, 2", got, stats.Total().TooLong, want)
	}
}

func TestDialect(t *testing.T) {
	tests := []struct {
		name, in string
		comma    byte
		want     dialect
	}{
		{"commas", "a,b\n1,\"x, \"\"y\"\"\"\n", 0, dialect{comma: ',', quotes: true}},
		{"semicolons with decimal commas", "a;b\n1,5;2,5\n3,5;x\n", 0, dialect{comma: ';', quotes: true}},
		{"pipes", "a|b\n1|2\n", 0, dialect{comma: '|', quotes: true}},
		{"NULL", "1,\\N\n2,\"x\"\n", 0, dialect{comma: ',', quotes: true, backslash: true}},
		{"escaped quotes", "1,\"x \\\"y\\\", z\"\n2,\"a\"\n", 0, dialect{comma: ',', quotes: true, backslash: true}},
		{"tabs, escaped", "1\ta\\\tb\n2\tc\n", '\t', dialect{comma: '\t', quotes: true, backslash: true}},
		{"tabs, quoted", "1\t\"a\tb\\\"\n2\t\"c\"\n", '\t', dialect{comma: '\t', quotes: true}},
		{"quotes that are none", "1\t\"a\" b\n2\t\"c\" d\n", '\t', dialect{comma: '\t'}},
	}
	for _, tt := range tests {
		d, _ := sniffFields([]byte(tt.in), tt.comma)
		got := dialect{comma: d.comma, quotes: d.quotes, backslash: d.backslash}
		if got != tt.want {
			t.Errorf("%s: %+v, want %+v", tt.name, got, tt.want)
		}
	}
}

func TestDetectOther(t *testing.T) {
	tests := []struct {
		want Format
		in   string
	}{
		{Text, ""},
		{Text, "café\n"},
		{Text, "Hello, world\nand more, too\nof this, and that\n"},
		{Text, "int a;\nint b;\nint c;\n"},
		{Text, "[2024-01-01] started, \"x\"\n[2024-01-01] done\n"},
		{Text, "\tif x\n\tfor y\n\tz\n"},
		{Text, "[section]\nkey=1\n"},
		{Text, "{\n"},
		{Text, "a,b\n"},
		{Text, "s:5 is not it"},
		{CSV, "id,name,city\n1,José,Paris\n2,Zoë,Bonn\n"},
		{CSV, "\"a\",\"b\"\n\"Hello, world\",\"x\"\n"},
		{CSV, "a;b;c\n1;2,5;x\n"},
		{TSV, "id\tname\n1\tx\n"},
		{JSON, "{\"a\": 1}"},
		{JSON, "[\n 1,\n \"x\"\n]\n"},
		{JSON, `{"a": {"b": "cut he`},
		{JSON, "\ufeff{\"a\":1}"},
		{NDJSON, "{\"a\":1}\n{\"a\":2}\n"},
		{NDJSON, "{\"a\":1}\n{\"a\":2}\n{\"a\":"},
		{PHP, `a:1:{i:0;s:2:"é";}`},
		{PHP, "O:1:\"A\":1:{s:4:\"\x00*\x00b\";N;}\n"},
		{Text, `a:1:{i:0;s:3:"é";}`},
	}
	for _, tt := range tests {
		if got := Detect([]byte(tt.in)); got != tt.want {
			t.Errorf("Detect(%q) = %v, want %v", tt.in, got, tt.want)
		}
	}
	var records []string
	for range 20000 {
		records = append(records, `{"a":1}`)
	}
	if got := Detect([]byte("[" + strings.Join(records, ",") + "]")); got != JSON {
		t.Errorf("a long array is %v", got)
	}
	if got := Detect([]byte(strings.Join(slices.Repeat(records, 1), "\n"))); got != NDJSON {
		t.Errorf("many lines are %v", got)
	}
}

// TestCSVBehindQuote: text behind a closing quote stays, and the place is told.
func TestCSVBehindQuote(t *testing.T) {
	for in, want := range map[string]int{
		"a,b\n1,\"Ã©\n2,Ã©\n3,\"a \"\"Ã©\"\" Ã©\"\n":     1,
		"a,b\r\n1,\"Ã©\" \r\n2,\"Ã©\"\"\"\r\n3,\"\"\r\n": 0,
	} {
		_, stats, _ := walked(t, in, mendCell, As(CSV))
		if len(stats.Problems) != want {
			t.Errorf("Copy(%q): %v, want %d", in, stats.Problems, want)
		}
	}
}
