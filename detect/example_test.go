package detect_test

import (
	"fmt"

	"github.com/unbake/unbake/detect"
)

func ExampleSpans() {
	for _, f := range detect.Spans("The cafÃ© isnâ€™t open") {
		best := f.Readings[0]
		fmt.Printf("bytes %d to %d: %q reads %q, %s (%s)\n", f.Start, f.End, f.Before, best.After, f.Verdict, best.Path)
	}
	// Output:
	// bytes 7 to 11: "Ã©" reads "é", certain (utf-8>windows-1252)
	// bytes 15 to 23: "â€™" reads "’", certain (utf-8>windows-1252)
}

func ExampleSuspicious() {
	fmt.Println(detect.Suspicious("Crème brûlée"))
	fmt.Println(detect.Suspicious("CrÃ¨me brÃ»lÃ©e"))
	// Output:
	// false
	// true
}

func ExampleCharset() {
	name, _ := detect.Charset([]byte("d\xe9j\xe0 vu"))
	fmt.Println(name)
	name, _ = detect.Charset([]byte("\xcf\xf0\xe8\xe2\xe5\xf2, \xec\xe8\xf0"))
	fmt.Println(name)
	// Output:
	// windows-1252
	// windows-1251
}
