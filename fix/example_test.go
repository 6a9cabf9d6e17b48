package fix_test

import (
	"bufio"
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"

	"golang.org/x/text/transform"

	"github.com/unbake/unbake/fix"
)

func ExampleString() {
	fmt.Println(fix.String("I donâ€™t know"))
	fmt.Println(fix.String("CrÃ¨me brÃ»lÃ©e"))
	fmt.Println(fix.String("Crème brûlée")) // not damaged
	// Output:
	// I don’t know
	// Crème brûlée
	// Crème brûlée
}

func ExampleNew() {
	f, err := fix.New(fix.Level(fix.Likely), fix.From("windows-1252"))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(f.String("Ã€ bientÃ´t, ma chÃ¨re RenÃ©e"))

	_, err = fix.New(fix.From("windows-125x"))
	fmt.Println(err != nil)
	// Output:
	// À bientôt, ma chère Renée
	// true
}

func ExampleExplain() {
	const in = "The cafÃ© isnâ€™t open"
	e := fix.Explain(in)
	for _, r := range e.Repairs {
		fmt.Printf("%q is %q (%s)\n", r.Before, r.After, r.Path)
	}
	fmt.Println(e.Apply(in))
	// Output:
	// "Ã©" is "é" (utf-8>windows-1252)
	// "â€™" is "’" (utf-8>windows-1252)
	// The café isn’t open <nil>
}

// A CSV file is repaired on its way into encoding/csv.
func ExampleFixer_Reader() {
	f, err := fix.New()
	if err != nil {
		log.Fatal(err)
	}
	file := strings.NewReader("name,dish\nRenÃ©e,CrÃ¨me brÃ»lÃ©e\nBjÃ¶rn,\"RÃ¶sti, SmÃ¶rgÃ¥s\"\n")
	records, err := csv.NewReader(f.Reader(file)).ReadAll()
	if err != nil {
		log.Fatal(err)
	}
	for _, r := range records[1:] {
		fmt.Println(r[0], "|", r[1])
	}
	// Output:
	// Renée | Crème brûlée
	// Björn | Rösti, Smörgås
}

func ExampleFixer_Reader_httpBody() {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_, _ = io.WriteString(w, "<p>I donâ€™t know, and you donâ€™t, either</p>\n")
	}))
	defer server.Close()

	f, err := fix.New()
	if err != nil {
		log.Fatal(err)
	}
	resp, err := http.Get(server.URL)
	if err != nil {
		log.Fatal(err)
	}
	defer resp.Body.Close()
	if _, err := io.Copy(os.Stdout, f.Reader(resp.Body)); err != nil {
		log.Fatal(err)
	}
	// Output:
	// <p>I don’t know, and you don’t, either</p>
}

func ExampleFixer_Reader_scanner() {
	f, err := fix.New()
	if err != nil {
		log.Fatal(err)
	}
	lines := bufio.NewScanner(f.Reader(strings.NewReader("one â€“ two\nthrÃ©e Ã©tÃ©s\n")))
	for lines.Scan() {
		fmt.Println(lines.Text())
	}
	if err := lines.Err(); err != nil {
		log.Fatal(err)
	}
	// Output:
	// one – two
	// thrée étés
}

func ExampleFixer_Writer() {
	f, err := fix.New()
	if err != nil {
		log.Fatal(err)
	}
	w := f.Writer(os.Stdout)
	if _, err := io.Copy(w, strings.NewReader("â€œSmÃ¶rgÃ¥sbordâ€\u009d, she said\n")); err != nil {
		log.Fatal(err)
	}
	if err := w.Close(); err != nil { // hands on what is held back
		log.Fatal(err)
	}
	// Output:
	// “Smörgåsbord”, she said
}

func ExampleFixer_Transformer() {
	f, err := fix.New()
	if err != nil {
		log.Fatal(err)
	}
	r := transform.NewReader(strings.NewReader("SchÃ¶ne GrÃ¼ÃŸe aus KÃ¶ln\n"), f.Transformer())
	if _, err := io.Copy(os.Stdout, r); err != nil {
		log.Fatal(err)
	}
	// Output:
	// Schöne Grüße aus Köln
}

// lister is a Sink that prints repairs.
type lister struct{}

func (lister) Repair(at fix.Position, r fix.Repair) {
	fmt.Printf("%d:%d: %q is %q\n", at.Line, at.Column, r.Before, r.After)
}

func (lister) Suspect(fix.Position, fix.Suspect) {}

func (lister) Note(at fix.Position, n fix.Note) {
	if n.Kind == fix.NotUTF8 {
		fmt.Printf("%d:%d: not UTF-8\n", at.Line, at.Column)
	}
}

// Copy tells what it finds, and where.
func ExampleFixer_Copy() {
	f, err := fix.New()
	if err != nil {
		log.Fatal(err)
	}
	in := strings.NewReader("clean\nWe donâ€™t know the cafÃ© \xff\n")
	stats, err := f.Copy(context.Background(), io.Discard, in, lister{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(stats.Lines, "lines,", stats.Repairs, "repairs")
	// Output:
	// 2:7: "â€™" is "’"
	// 2:24: "Ã©" is "é"
	// 2:27: not UTF-8
	// 2 lines, 2 repairs
}
