package fix_test

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"log"

	"github.com/unbake/unbake/fix"
)

// Values are repaired as they are scanned from a database's rows.
func Example_sqlRows() {
	db := sql.OpenDB(menu{})
	defer db.Close()
	f, err := fix.New(fix.Values())
	if err != nil {
		log.Fatal(err)
	}

	rows, err := db.Query("SELECT id, dish FROM menu")
	if err != nil {
		log.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var id int
		var dish string
		if err := rows.Scan(&id, &dish); err != nil {
			log.Fatal(err)
		}
		fmt.Println(id, f.String(dish))
	}
	if err := rows.Err(); err != nil {
		log.Fatal(err)
	}
	// Output:
	// 1 Crème brûlée
	// 2 Smörgåsbord
	// 3 Pâté de campagne
}

// menu is a database with one table.
type menu struct{}

func (menu) Connect(context.Context) (driver.Conn, error) { return menu{}, nil }
func (menu) Driver() driver.Driver                        { return menu{} }
func (menu) Open(string) (driver.Conn, error)             { return menu{}, nil }
func (menu) Prepare(string) (driver.Stmt, error)          { return menu{}, nil }
func (menu) Close() error                                 { return nil }
func (menu) Begin() (driver.Tx, error)                    { return nil, errors.ErrUnsupported }
func (menu) NumInput() int                                { return 0 }

func (menu) Exec([]driver.Value) (driver.Result, error) { return nil, errors.ErrUnsupported }

func (menu) Query([]driver.Value) (driver.Rows, error) {
	return &dishes{"CrÃ¨me brÃ»lÃ©e", "SmÃ¶rgÃ¥sbord", "Pâté de campagne"}, nil
}

// dishes are the rows of the menu.
type dishes []string

func (*dishes) Columns() []string { return []string{"id", "dish"} }
func (*dishes) Close() error      { return nil }

func (d *dishes) Next(row []driver.Value) error {
	if len(*d) == 0 {
		return io.EOF
	}
	row[0], row[1] = int64(4-len(*d)), (*d)[0]
	*d = (*d)[1:]
	return nil
}
