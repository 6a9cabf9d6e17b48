package corpus_test

import (
	"fmt"

	"github.com/unbake/unbake/corpus"
)

func ExampleBake() {
	baked, err := corpus.Bake("a “naïve” café", corpus.MustPath("utf-8>windows-1252+dropped-byte"))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(baked)
	// Output: a â€œnaÃ¯veâ€ cafÃ©
}

func ExampleParsePath() {
	p, err := corpus.ParsePath("UTF-8 > cp1252 > cp1252")
	fmt.Println(p, err)
	_, err = corpus.ParsePath("utf-8>windows-1252+smashed-byte")
	fmt.Println(err != nil)
	// Output:
	// utf-8>windows-1252>windows-1252 <nil>
	// true
}

func ExampleDamage() {
	d := corpus.Damage{
		Path:  corpus.MustPath("utf-8>windows-1252+nbsp-to-space"),
		Part:  corpus.Lines,
		Share: 0.5,
		Seed:  4,
	}
	baked, err := d.Bake("déjà vu\ndéjà vu\ndéjà vu\n")
	fmt.Print(baked.Text)
	fmt.Println("lost:", baked.Lost, err)
	fmt.Println(d)
	// Output:
	// dÃ©jÃ  vu
	// déjà vu
	// dÃ©jÃ  vu
	// lost: true <nil>
	// utf-8>windows-1252+nbsp-to-space@lines=0.5,seed=4
}
