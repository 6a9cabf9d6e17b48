package dump_test

import (
	"context"
	"fmt"
	"log"
	"os"
	"strings"

	"github.com/unbake/unbake/fix"
	"github.com/unbake/unbake/fix/dump"
)

// A dump goes through a Fixer that learns from its values. The lone Ã© of the
// ENUM comes back since the rows leave no doubt.
func ExampleCopy() {
	const in = `CREATE TABLE menu (id int, dish varchar(40), kind enum('Ã©','x'), photo blob);
INSERT INTO menu VALUES (1,'CrÃ¨me brÃ»lÃ©e','Ã©','Ã©'),(2,'PÃ¢tÃ© de campagne','x',NULL),(3,'ThÃ© glacÃ©','Ã©','');
`
	ctx := context.Background()
	f, err := fix.New(fix.Values())
	if err != nil {
		log.Fatal(err)
	}
	texts, err := dump.Texts(ctx, strings.NewReader(in), fix.MaxSample)
	if err != nil {
		log.Fatal(err)
	}
	f = f.Learn(texts...)

	repair := func(c *dump.Cell) (string, bool) {
		text := f.String(c.Text)
		return text, text != c.Text
	}
	stats, err := dump.Copy(ctx, os.Stdout, strings.NewReader(in), repair, dump.Repairs(), dump.Clean(f.Clean))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(stats.Total().Repaired, "repaired")
	// Output:
	// CREATE TABLE menu (id int, dish varchar(40), kind enum('é','x'), photo blob);
	// INSERT INTO menu VALUES (1,'Crème brûlée','é','Ã©'),(2,'Pâté de campagne','x',NULL),(3,'Thé glacé','é','');
	// 6 repaired
}
