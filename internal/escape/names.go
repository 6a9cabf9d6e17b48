package escape

import (
	"html"
	"iter"
	"maps"
	"strings"
	"sync"
	"unicode/utf8"
)

// html4Names are the entity names of HTML 4.01, section 24, for what is beyond ASCII; what they stand for is asked
// of package html.
const html4Names = `nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr
	deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest
	Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml
	ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig
	agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml
	eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml
	OElig oelig Scaron scaron Yuml fnof circ tilde ndash mdash lsquo rsquo sbquo ldquo rdquo bdquo
	dagger Dagger bull hellip permil lsaquo rsaquo euro trade
	Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho Sigma Tau Upsilon Phi Chi Psi
	Omega alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon
	phi chi psi omega thetasym upsih piv ensp emsp thinsp zwnj zwj lrm rlm prime Prime oline frasl image weierp real
	alefsym larr uarr rarr darr harr crarr lArr uArr rArr dArr hArr forall part exist empty nabla isin notin ni prod sum
	minus lowast radic prop infin ang and or cap cup int there4 sim cong asymp ne equiv le ge sub sup nsub sube supe oplus
	otimes perp sdot lceil rceil lfloor rfloor lang rang loz spades clubs hearts diams`

// html5Names are those that HTML 5 has besides, up to twelve letters, for what a single-byte page has. They are read,
// not written.
const html5Names = `Dot DoubleDot die COPY REG circledR strns PlusMinus pm CenterDot centerdot Cedilla half angst div Amacr amacr Abreve
	abreve Aogon aogon Cacute cacute Ccirc ccirc Cdot cdot Ccaron ccaron Dcaron dcaron Dstrok dstrok Emacr emacr Edot edot
	Eogon eogon Ecaron ecaron Gcirc gcirc Gbreve gbreve Gdot gdot Gcedil Hcirc hcirc Hstrok hstrok Itilde itilde Imacr
	imacr Iogon iogon Idot imath inodot Jcirc jcirc Kcedil kcedil kgreen Lacute lacute Lcedil lcedil Lcaron lcaron Lstrok
	lstrok Nacute nacute Ncedil ncedil Ncaron ncaron ENG eng Omacr omacr Odblac odblac Racute racute Rcedil rcedil Rcaron
	rcaron Sacute sacute Scirc scirc Scedil scedil Tcedil tcedil Tcaron tcaron Tstrok tstrok Utilde utilde Umacr umacr
	Ubreve ubreve Uring uring Udblac udblac Uogon uogon Wcirc wcirc Ycirc ycirc Zacute zacute Zdot zdot Zcaron zcaron
	Hacek caron Breve breve dot ring ogon dblac ohm epsi sigmav varsigma upsi IOcy DJcy GJcy Jukcy DScy Iukcy YIcy Jsercy
	LJcy NJcy TSHcy KJcy Ubrcy DZcy Acy Bcy Vcy Gcy Dcy IEcy ZHcy Zcy Icy Jcy Kcy Lcy Mcy Ncy Ocy Pcy Rcy Scy Tcy Ucy Fcy
	KHcy TScy CHcy SHcy SHCHcy HARDcy Ycy SOFTcy Ecy YUcy YAcy acy bcy vcy gcy dcy iecy zhcy zcy icy jcy kcy lcy mcy ncy
	ocy pcy rcy scy tcy ucy fcy khcy tscy chcy shcy shchcy hardcy ycy softcy ecy yucy yacy iocy djcy gjcy jukcy dscy iukcy
	yicy jsercy ljcy njcy tshcy kjcy ubrcy dzcy horbar rsquor lsquor rdquor ldquor ddagger bullet mldr numero TRADE
	PartialD Product Sum Sqrt Integral TildeTilde ap approx thickapprox thkap NotEqual Congruent leq GreaterEqual geq bnot
	boxh boxv boxdr boxdl boxur boxul boxvr boxvl boxhd boxhu boxvh boxH boxV boxdR boxDr boxDR boxdL boxDl boxDL boxuR
	boxUr boxUR boxuL boxUl boxUL boxvR boxVr boxVR boxvL boxVl boxVL boxHd boxhD boxHD boxHu boxhU boxHU boxvH boxVh
	boxVH uhblk lhblk block blk14 blk12 blk34 lozenge filig fllig`

// Names returns the names that HTML 4 has for runes. The map must not be changed.
var Names = sync.OnceValue(func() map[rune]string {
	names := map[rune]string{}
	for name, r := range named(html4Names) {
		names[r] = name
	}
	return names
})

// runes are the runes of all names.
var runes = sync.OnceValue(func() map[string]rune { return maps.Collect(named(html4Names + " " + html5Names)) })

// named yields names and their runes.
func named(names string) iter.Seq2[string, rune] {
	return func(yield func(string, rune) bool) {
		for name := range strings.FieldsSeq(names) {
			r, _ := utf8.DecodeRuneInString(html.UnescapeString("&" + name + ";"))
			if !yield(name, r) {
				return
			}
		}
	}
}
