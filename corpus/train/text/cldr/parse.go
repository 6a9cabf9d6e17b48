package cldr

import (
	"regexp"
	"slices"
	"strings"
)

func parseDelimiters(l *Locale, n node) {
	d := n.at("delimiters")
	l.QuoteStart, l.QuoteEnd = d.at("quotationStart").text(), d.at("quotationEnd").text()
	l.AltStart, l.AltEnd = d.at("alternateQuotationStart").text(), d.at("alternateQuotationEnd").text()
}

// digitsOf are the numbering systems that languages use by default.
var digitsOf = map[string]string{
	"arab": "٠١٢٣٤٥٦٧٨٩", "arabext": "۰۱۲۳۴۵۶۷۸۹", "beng": "০১২৩৪৫৬৭৮৯", "deva": "०१२३४५६७८९",
	"mymr": "၀၁၂၃၄၅၆၇၈၉", "tibt": "༠༡༢༣༤༥༦༧༨༩", "adlm": "𞥐𞥑𞥒𞥓𞥔𞥕𞥖𞥗𞥘𞥙", "cakm": "𑄶𑄷𑄸𑄹𑄺𑄻𑄼𑄽𑄾𑄿",
	"thai": "๐๑๒๓๔๕๖๗๘๙", "khmr": "០១២៣៤៥៦៧៨៩", "laoo": "໐໑໒໓໔໕໖໗໘໙", "gujr": "૦૧૨૩૪૫૬૭૮૯",
	"guru": "੦੧੨੩੪੫੬੭੮੯", "telu": "౦౧౨౩౪౫౬౭౮౯", "knda": "೦೧೨೩೪೫೬೭೮೯", "mlym": "൦൧൨൩൪൫൬൭൮൯",
	"orya": "୦୧୨୩୪୫୬୭୮୯", "tamldec": "௦௧௨௩௪௫௬௭௮௯", "nkoo": "߀߁߂߃߄߅߆߇߈߉",
}

func parseNumbers(l *Locale, n node) {
	n = n.at("numbers")
	sys := n.at("defaultNumberingSystem").text()
	l.Digits = digitsOf[sys]
	symbols := n.at("symbols-numberSystem-" + sys)
	l.Decimal, l.Group, l.Minus = symbols.at("decimal").text(), symbols.at("group").text(), symbols.at("minusSign").text()
	decimals := n.at("decimalFormats-numberSystem-" + sys)
	l.Number = positive(decimals.at("standard").text())
	for _, width := range []string{"long", "short"} {
		for _, p := range decimals.at(width, "decimalFormat").texts() {
			if strings.Contains(p, "0") && len(p) > 1 {
				l.Compact = append(l.Compact, strings.ReplaceAll(p, "'", ""))
			}
		}
	}
	l.Percent = positive(n.at("percentFormats-numberSystem-"+sys, "standard").text())
	l.Currency = positive(n.at("currencyFormats-numberSystem-"+sys, "standard").text())
	l.Misc = n.at("miscPatterns-numberSystem-" + sys).texts()
}

// positive is the part of a number pattern that is for positive numbers.
func positive(pattern string) string {
	p, _, _ := strings.Cut(pattern, ";")
	return p
}

// signCurrencies are the currencies whose signs and codes prices are made with,
// the commonest first.
var signCurrencies = []string{
	"EUR", "USD", "GBP", "JPY", "CNY", "RUB", "INR", "BRL", "CHF", "PLN", "CZK", "HUF", "SEK", "NOK", "DKK", "TRY", "UAH",
	"KRW", "ILS", "VND", "THB", "PHP", "NGN", "KZT", "GEL", "AZN", "CAD", "AUD", "MXN", "RON", "BGN", "ISK", "RSD", "AMD", "BDT", "IDR",
}

func parseCurrencies(l *Locale, n node) {
	n = n.at("numbers", "currencies")
	add := func(to *[]string, s string) {
		if s != "" && !slices.Contains(*to, s) {
			*to = append(*to, s)
		}
	}
	for _, code := range signCurrencies {
		c := n.at(code)
		add(&l.Signs, c.at("symbol").text())
		add(&l.Signs, c.at("symbol-alt-narrow").text())
		add(&l.Currencies, c.at("displayName-count-other").text())
	}
}

func parseGregorian(l *Locale, n node) {
	g := n.at("dates", "calendars", "gregorian")
	inOrder := func(n node) (out []string) {
		for _, k := range n.keys() {
			out = append(out, n.at(k).text())
		}
		return out
	}
	l.Months = inOrder(g.at("months", "format", "wide"))
	l.MonthsShort = inOrder(g.at("months", "format", "abbreviated"))
	l.Days = append(inOrder(g.at("days", "format", "wide")), inOrder(g.at("days", "format", "abbreviated"))...)
	l.Periods = []string{g.at("dayPeriods", "format", "wide", "am").text(), g.at("dayPeriods", "format", "wide", "pm").text()}
	l.Dates = g.at("dateFormats").texts()
	l.Times = g.at("timeFormats").texts()
	for _, k := range []string{"MMMd", "MMMMd", "yMMMd", "yMMM", "yMMMM", "yMd", "Md", "MEd", "hm", "Hm", "Ed", "yMMMEd"} {
		p := g.at("dateTimeFormats", "availableFormats", k).text()
		switch {
		case p == "":
		case strings.ContainsAny(k, "Hh"):
			l.Times = append(l.Times, p)
		default:
			l.Dates = append(l.Dates, p)
		}
	}
}

func parseDateFields(l *Locale, n node) {
	fields := n.at("dates", "fields")
	for _, k := range []string{"year", "month", "week", "day", "hour", "minute", "second", "hour-short", "minute-short", "day-short"} {
		l.Relative = append(l.Relative, fields.at(k).texts()...)
	}
}

func parseUnits(l *Locale, n node) {
	for _, width := range []string{"short", "narrow", "long"} {
		units := n.at("units", width)
		for _, k := range units.keys() {
			if !commonUnit(k) {
				continue
			}
			for _, p := range units.at(k).texts() {
				if strings.Contains(p, "{0}") && !strings.Contains(p, "{1}") && !slices.Contains(l.Units, p) {
					l.Units = append(l.Units, p)
				}
			}
		}
	}
}

// commonUnit leaves out what no page of the world has a figure in.
func commonUnit(key string) bool {
	kind, name, _ := strings.Cut(key, "-")
	switch kind {
	case "length", "mass", "volume", "area", "digital", "duration", "speed", "temperature", "angle", "power", "energy", "frequency", "pressure", "electric", "graphics", "consumption":
		return !strings.ContainsAny(name, "0123456789")
	}
	return false
}

var ordinalRule = regexp.MustCompile(`^([^=]*)=#,##0=(.*);$`)
var ordinalCases = regexp.MustCompile(`\{([^{}]*)\}`)

// parseOrdinals takes the suffixes out of the rules for ordinals in digits,
// such as =#,##0=$(ordinal,one{er}other{e})$;
func parseOrdinals(l *Locale, n node) {
	for _, rule := range n.at("rbnf", "rbnf", "OrdinalRules").texts() {
		m := ordinalRule.FindStringSubmatch(rule)
		if m == nil || strings.ContainsAny(m[1]+m[2], "→←>%[") {
			continue
		}
		suffixes := []string{m[2]}
		if strings.HasPrefix(m[2], "$(") {
			suffixes = nil
			for _, c := range ordinalCases.FindAllStringSubmatch(m[2], -1) {
				suffixes = append(suffixes, c[1])
			}
		}
		for _, s := range suffixes {
			if p := m[1] + "{0}" + s; !slices.Contains(l.Ordinals, p) {
				l.Ordinals = append(l.Ordinals, p)
			}
		}
	}
}
