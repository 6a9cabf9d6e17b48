package made

import (
	"fmt"
	"strings"
)

// names of variables, fields and files: English, as most code is.
const names = "title name msg label text value description comment error user author city address note subject body summary caption key lang item product street footer header content data list s t id"

// code puts a text into a line of code, markup or data.
func (g gen) code(text string) string {
	name := g.of(names)
	n := g.digits(4)
	quoted := strings.ReplaceAll(strings.ReplaceAll(text, `\`, `\\`), `"`, `\"`)
	single := strings.ReplaceAll(text, "'", `\'`)
	sql := strings.ReplaceAll(text, "'", "''")
	switch g.IntN(26) {
	case 0, 1, 2:
		return g.pick("// ", "# ", "-- ", "//", "; ", "% ", "/// ", "\" ", "' ", "REM ") + text
	case 3:
		return g.pick("/* ", "/** ", " * ", "(* ", "<!-- ", "{# ", "<%-- ") + text + g.pick(" */", " */", "", " *)", " -->", " #}", " --%>")
	case 4:
		return fmt.Sprintf(`%s %s "%s"%s`, name, g.pick("=", ":=", "+=", "==", "=>"), quoted, g.pick("", ";"))
	case 5:
		return fmt.Sprintf(`%s = '%s'%s`, name, single, g.pick("", ";", ","))
	case 6:
		return fmt.Sprintf(`%s("%s"%s)%s`, g.of("print printf echo puts log.Println console.log alert fmt.Println _ gettext throw t __"), quoted, g.pick("", `\n"`, ", "+name), g.pick("", ";"))
	case 7, 8:
		return fmt.Sprintf(`"%s": "%s"%s`, name, quoted, g.pick(",", "", " }", "},"))
	case 9, 10:
		return name + g.pick(": ", " = ", "=", ":\u00a0", " : ") + text
	case 11, 12:
		tag := g.of("td p li h1 h2 h3 b i em strong span div th title label option a button dt dd blockquote")
		return "<" + tag + g.pick("", "", ` class="`+name+`"`, fmt.Sprintf(` id="%d"`, n)) + ">" + text + "</" + tag + ">"
	case 13:
		return g.row(g.pick(";", ",", "|", ","), `"`+strings.ReplaceAll(text, `"`, `""`)+`"`)
	case 14:
		return g.row(g.pick(";", ";", "|", "^"), text)
	case 15:
		return fmt.Sprintf("(%d, '%s', %s, '%s')%s", n, sql, g.pick("NULL", "0", "''", "'0000-00-00'", fmt.Sprint(n)), strings.ReplaceAll(g.pick(g.Words...), "'", "''"), g.pick(",", ";"))
	case 16:
		return fmt.Sprintf("INSERT INTO `%s` VALUES (%d,'%s',%s);", name, n, single, g.pick("NULL", "1", "'"+name+"'"))
	case 17:
		return fmt.Sprintf(`s:%d:"%s";`, len(text), text)
	case 18:
		return fmt.Sprintf(`<%s %s="%s"%s`, g.of("img input a meta option"), g.of("alt title value content placeholder"), strings.ReplaceAll(text, `"`, "&quot;"), g.pick(">", " />", "/>"))
	case 19:
		return g.pick("## ", "# ", "* ", "- ", "1. ", "> ", "- [ ] ", "- [x] ", "### ") + text
	case 20:
		return g.pick("**", "*", "_", "`", "~~", "==") + text + g.pick("**", "*", "_", "`", "~~", "==")
	case 21:
		return "[" + text + "](" + g.pick("https://example.org/", "/", "#", "../") + name + ")"
	case 22:
		return fmt.Sprintf("%d-%02d-%02d %02d:%02d:%02d %s %s", 1999+g.IntN(40), 1+g.IntN(12), 1+g.IntN(28), g.IntN(24), g.IntN(60), g.IntN(60), g.of("INFO WARN ERROR [error] DEBUG -"), text)
	case 23:
		return fmt.Sprintf("%s:%d: %s", g.of("main.go src/app.js index.php views.py Makefile"), n, text)
	case 24:
		return fmt.Sprintf(`if (%s == "%s") { return %d; }`, name, quoted, n)
	}
	return fmt.Sprintf("msgstr \"%s\"", quoted)
}

// row is a row of a CSV file in which text is one field.
func (g gen) row(sep, text string) string {
	fields := []string{fmt.Sprint(g.digits(5)), text}
	for range g.IntN(4) {
		fields = append(fields, g.pick(g.pick(g.Words...), g.figureOrSign(), "", fmt.Sprint(g.digits(3))))
	}
	return strings.Join(fields, sep)
}
