package cldr

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func tarball(t *testing.T, files map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	zw := gzip.NewWriter(&b)
	tw := tar.NewWriter(zw)
	for name, text := range files {
		if err := tw.WriteHeader(&tar.Header{Name: "package/" + name, Typeflag: tar.TypeReg, Mode: 0o644, Size: int64(len(text))}); err != nil {
			t.Fatal(err)
		}
		tw.Write([]byte(text))
	}
	tw.Close()
	zw.Close()
	return b.Bytes()
}

// fr is a French locale cut down to what is read of it.
var fr = map[string]string{
	"main/fr/delimiters.json": `{"main":{"fr":{"delimiters":{"quotationStart":"«","quotationEnd":"»","alternateQuotationStart":"‹","alternateQuotationEnd":"›"}}}}`,
	"main/fr/numbers.json": `{"main":{"fr":{"numbers":{"defaultNumberingSystem":"latn",
		"symbols-numberSystem-latn":{"decimal":",","group":"\u202f","minusSign":"-"},
		"decimalFormats-numberSystem-latn":{"standard":"#,##0.###","long":{"decimalFormat":{"1000-count-other":"0 mille"}}},
		"percentFormats-numberSystem-latn":{"standard":"#,##0\u00a0%"},
		"currencyFormats-numberSystem-latn":{"standard":"#,##0.00\u00a0¤;(#,##0.00\u00a0¤)"},
		"miscPatterns-numberSystem-latn":{"atLeast":"≥{0}"}}}}}`,
	"main/fr/currencies.json":   `{"main":{"fr":{"numbers":{"currencies":{"EUR":{"displayName-count-other":"euros","symbol":"€"},"XXX":{"symbol":"¤"}}}}}}`,
	"main/fr/ca-gregorian.json": `{"main":{"fr":{"dates":{"calendars":{"gregorian":{"months":{"format":{"wide":{"1":"janvier","10":"octobre","2":"février"}}},"dateFormats":{"long":"d MMMM y"},"timeFormats":{"short":"HH:mm"},"dateTimeFormats":{"availableFormats":{"MMMd":"d MMM","Hm":"HH:mm"}}}}}}}}`,
	"main/fr/dateFields.json":   `{"main":{"fr":{"dates":{"fields":{"day":{"relative-type-0":"aujourd’hui"}}}}}}`,
	"main/fr/units.json":        `{"main":{"fr":{"units":{"short":{"length-meter":{"displayName":"m","unitPattern-count-other":"{0}\u202fm"},"10p1":{"unitPrefixPattern":"da{0}"},"concentr-item":{"unitPattern-count-other":"{0} x"}}}}}}`,
	"rbnf/fr.json":              `{"rbnf":{"identity":{"language":"fr"},"rbnf":{"OrdinalRules":{"%m":[["-x","−→→;"],["0","=#,##0=$(ordinal,one{er}other{e})$;"]]}}}}`,
	"main/fr/layout.json":       `not read`,
	"main/fr-BE/numbers.json":   `{"main":{"fr-BE":{"numbers":{}}}}`,
	"main/fr-CH/numbers.json":   `{"main":{"fr-CH":{"numbers":{"defaultNumberingSystem":"latn","decimalFormats-numberSystem-latn":{"standard":"#,##0.###"}}}}}`,
	"main/xx/delimiters.json":   `{"main":{"xx":{"delimiters":{"quotationStart":"“"}}}}`,
}

func TestLoad(t *testing.T) {
	got, err := Load(tarball(t, fr))
	if err != nil {
		t.Fatal(err)
	}
	want := map[string][]*Locale{"fr": {
		{
			Name: "fr", Lang: "fr", QuoteStart: "«", QuoteEnd: "»", AltStart: "‹", AltEnd: "›",
			Decimal: ",", Group: "\u202f", Minus: "-", Number: "#,##0.###", Percent: "#,##0\u00a0%", Currency: "#,##0.00\u00a0¤",
			Misc: []string{"≥{0}"}, Compact: []string{"0 mille"}, Signs: []string{"€"}, Currencies: []string{"euros"},
			Dates: []string{"d MMMM y", "d MMM"}, Times: []string{"HH:mm", "HH:mm"}, Months: []string{"janvier", "février", "octobre"},
			Periods: []string{"", ""}, Relative: []string{"aujourd’hui"}, Units: []string{"{0}\u202fm"}, Ordinals: []string{"{0}er", "{0}e"},
		},
		{Name: "fr-CH", Lang: "fr", Number: "#,##0.###"},
	}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Load (-want +got):\n%s", diff)
	}
	if _, err := Load(tarball(t, map[string]string{"main/fr/units.json": "{"})); err == nil {
		t.Error("Load accepted broken JSON")
	}
}
