package made

import (
	"fmt"
	"strings"
)

// Signs by what they are used for. A field may have several runes.
const (
	arrows    = "→ → → ← ↑ ↓ ↔ ⇒ ⇐ ⇔ ➔ ➜ ➡ ➤ ↩ ↪ ⤴ ⤵ ↗ ↘ ↻ ⟶ ⟵ ↵ ⇨ » « › ‹ ▸ ▹ ▶ ◀ ► ◄ ▲ ▼ △ ▽ ˃ ‣"
	bullets   = "• • • · ‣ ◦ ▪ ▫ ■ □ ● ○ ◆ ◇ ★ ☆ ✓ ✔ ✗ ✘ ✕ ☑ ☐ ☒ ❖ ✦ ✱ ✳ ❯ ❱ § ¶ – — - * ◾ ✿ ❀ ♦ ❤ ❥ ♥ ♪ ☛ ☞ ▻ ⁃ ⚠ ℹ ✅ ❌ 🔹 👉 📌"
	marks     = "™ ™ ® ® © ℠ ° † ‡ * ¹ ² ³ ⁴ ª º … ′ ″ ♥ ★ ✓ ↑ ↗ ⁂ ¡ ¿ § ¶ ♪ ✔ ↵ ⓘ ❞ · • ∞ × € £ ¥ $ %"
	cards     = "♠ ♣ ♥ ♦ ♤ ♧ ♡ ♢ ♔ ♕ ♖ ♗ ♘ ♙ ♚ ♛ ♜ ♝ ♞ ♟ ⚀ ⚁ ⚂ ⚃ ⚄ ⚅ ♩ ♪ ♫ ♬ ♭ ♮ ♯ ☀ ☁ ☂ ☃ ☎ ☏ ☕ ☠ ☢ ☣ ☮ ☯ ☹ ☺ ☻ ♀ ♂ ♻ ⚒ ⚓ ⚔ ⚖ ⚙ ⚡ ✂ ✈ ✉ ✌ ✍ ✎ ✏ ✝ ✡ ✨ ❄ ⌂ ⌚ ⌛ ⏎ ⏰ ⏳"
	keys      = "⌘ ⌘ ⌥ ⇧ ⇧ ⌃ ⎋ ⌫ ⌦ ↩ ↵ ⏎ ⇥ ⇤ ⇪ ⇞ ⇟ ↖ ↘ ␣ ⏏ Ctrl Alt Shift Enter Esc Tab F5 Q W Z ↑ ↓ Fn Entf AltGr"
	operators = "= ≠ ≈ ≤ ≥ < > ± × ÷ ∙ · + − ∪ ∩ ⊂ ⊆ ⊃ ∈ ∉ ∝ ≡ ∼ ⊕ ⊗ → ↦ ⇒ ⇔ ∧ ∨ ∥ ⊥ ≅ ≪ ≫"
	prefixes  = "√ ∛ ∑ ∏ ∫ ∮ ∂ ∇ ∀ ∃ ¬ Δ δ ∅ ± − | ‖ ⌊ ⌈ ⟨"
	greek     = "α β γ δ ε ζ η θ ι κ λ μ µ ν ξ π ρ σ τ φ χ ψ ω Γ Δ Θ Λ Ξ Π Σ Φ Ψ Ω ∞ ℝ ℕ ℤ ℂ ℚ ℏ ℓ ℵ ∅ ϑ ϕ ϵ"
	supers    = "² ³ ⁿ ⁻¹ ⁰ ¹ ⁴ ⁵ ⁶ ⁷ ⁸ ⁹ ⁺ ⁻ ᵗ ₀ ₁ ₂ ₃ ₄ ₅ ₆ ₇ ₈ ₉ ₙ ᵢ ′ ″ ̂ ̄ !"
	shades    = "█ ▓ ▒ ░ ▀ ▄ ▌ ▐ ▁ ▂ ▃ ▅ ▆ ▇ ■ □ ▪ ⣿ ⣀ ▰ ▱ ● ○ ◉ ◎"
	chemicals = "H₂O CO₂ O₂ N₂ H₂SO₄ NH₃ CH₄ Fe₂O₃ CaCO₃ NaCl C₆H₁₂O₆ SO₄²⁻ Ca²⁺ Na⁺ Cl⁻ ²³⁵U ¹⁴C PM₂.₅ NOₓ"
	currency  = "€ £ ¥ $ ¢ ₽ ₹ ₺ ₴ ₩ ₪ ₫ ฿ ₱ ₦ ₸ ₾ ₼ ₿ ƒ ₡ ₲ ₵ ₭ ₮ ₨ ₢ ₣ ₤ ₥ ₧ ₯ ¤ ﷼"
)

// symbols is a line with signs, alone or beside words.
func (g gen) symbols() string {
	switch g.IntN(24) {
	case 0, 1, 2:
		return g.withEmoji()
	case 3, 4:
		return g.word() + g.pick("", " ") + g.of(marks) + g.pick("", "", " "+g.word())
	case 5, 6:
		return g.of(bullets) + g.pick(" ", " ", "", "\u00a0") + g.word() + g.pick("", "", " "+g.of(bullets)+" "+g.word())
	case 7:
		return g.join(2+g.IntN(4), " "+g.of(arrows)+" ", g.word)
	case 8:
		return g.join(2+g.IntN(4), g.pick(" · ", " • ", " | ", " › ", " » ", " ▸ ", " / ", "  ", "★", "♥", "·"), g.word)
	case 9:
		return g.rating()
	case 10, 11:
		return g.box()
	case 12:
		return g.tree()
	case 13, 14:
		return g.maths()
	case 15:
		return g.join(1+g.IntN(3), g.pick("", " ", " + ", "+"), func() string { return g.of(keys) }) + g.pick("", " ", ": ", " – ") + g.word()
	case 16:
		return g.glued()
	case 17:
		return g.bars()
	case 18:
		return g.kaomoji() + g.pick("", " "+g.word())
	case 19:
		return g.ipa()
	case 20:
		return g.table()
	case 21:
		return g.pick("© ", "©", "(C) ", "Copyright © ") + fmt.Sprint(1950+g.IntN(90)) + g.pick("", "–"+fmt.Sprint(2000+g.IntN(40)), "—∞") + " " + g.word() + g.pick("", "®", "™", ".")
	case 22:
		return g.fancy(g.word())
	}
	return g.join(1+g.IntN(5), g.pick("", " ", "  "), func() string { return g.of(cards + " " + bullets + " " + currency) })
}

// withEmoji is a text with emoji before, after or in it, or a row of them.
func (g gen) withEmoji() string {
	e := func() string { return g.pick(g.Emoji...) }
	switch g.IntN(6) {
	case 0:
		return g.join(1+g.IntN(6), g.pick("", "", " "), e)
	case 1:
		return e() + g.pick(" ", "", "\u00a0") + g.pick(g.Words...)
	case 2:
		return g.pick(g.Words...) + g.pick(" ", "", "! ", ": ", "… ") + g.join(1+g.IntN(3), "", e)
	case 3:
		return e() + g.pick(" ", "") + g.word() + g.pick(" ", "") + e()
	case 4:
		return g.sentence() + g.pick(" ", "") + g.join(1+g.IntN(2), "", e)
	}
	return g.word() + g.pick(" ", "! ") + g.emoticon()
}

func (g gen) sentence() string {
	if len(g.Sentences) == 0 {
		return g.word()
	}
	return g.pick(g.Sentences...)
}

func (g gen) emoticon() string {
	if len(g.Emoticons) > 0 && g.hit(40) {
		return g.pick(g.Emoticons...)
	}
	return g.of(":) :-) ;) :D :-D xD XD :P :p :( :-( :'( :/ :* <3 ^^ ^_^ o_O O.o -_- T_T >:( :3 =) =D 8) :o :$ \\o/ </3 :-| (: ;-) B-)")
}

// glued is a word in capitals with a sign stuck to it: what letters with
// accents and signs look like that are no damage.
func (g gen) glued() string {
	w := g.pick(g.Words...)
	if g.Upper != nil && g.hit(75) {
		w = g.Upper(w)
	}
	switch g.IntN(5) {
	case 0:
		return g.pick("»", "«", "„", "“", "”", "‚", "‹", "¿", "¡", "(", "[", "·") + w + g.pick("«", "»", "“", "”", "!", "?", ")", "]", "…")
	case 1:
		return w + g.of(marks) + g.of(marks)
	case 2:
		return g.of(marks) + w
	case 3:
		return w + g.of("× / · – — | & + = → ≠ : - ∙ * ± °") + g.word()
	}
	return w + g.of(marks)
}

func (g gen) rating() string {
	full, none, n := "★", "☆", g.IntN(6)
	if g.hit(30) {
		full, none = g.of("● ♥ ⭐ ▰ ■ ✪ 🌟"), g.of("○ ♡ ☆ ▱ □ ✩ ·")
	}
	return g.pick("", g.word()+" ", g.word()+": ") + strings.Repeat(full, n) + strings.Repeat(none, 5-n) + g.pick("", fmt.Sprintf(" (%d)", g.digits(4)), " "+g.word(), fmt.Sprintf(" %d/5", n))
}

func (g gen) bars() string {
	n := 3 + g.IntN(20)
	switch g.IntN(3) {
	case 0:
		done := g.IntN(n)
		return g.pick("", "[") + strings.Repeat(g.of("█ ▓ ■ ▰ ━ ="), done) + strings.Repeat(g.of("░ ▒ □ ▱ ─ ·"), n-done) + g.pick("", "]", fmt.Sprintf(" %d%%", g.IntN(101)), fmt.Sprintf(" %d\u00a0%%", g.IntN(101)))
	case 1:
		return g.join(n, "", func() string { return g.of(shades) })
	}
	return strings.Repeat(g.of("─ ═ — – ━ _ - = • · ~ ˜ ∙ ⋅ ★ ▬ ⎯ ¯ ▔ * ▄▀ ─═ ·• ☆★ ∞ ♥"), n) + g.pick("", " "+g.word()+" ") + g.pick("", strings.Repeat("─", n))
}

// maths is a formula, or a row of signs.
func (g gen) maths() string {
	atom := func() string {
		a := g.pick(g.of(greek), g.of("x y z n a b k f(x) i t E A"), fmt.Sprint(g.digits(3)), "10"+g.of(supers))
		return g.pick("", "", "", g.of(prefixes)) + a + g.pick("", "", g.of(supers))
	}
	switch g.IntN(6) {
	case 0:
		return g.join(1+g.IntN(6), g.pick(" ", "", ", "), func() string { return g.of(operators + " " + greek + " " + prefixes) })
	case 1:
		return g.of(chemicals) + g.pick("", " → ", " + ", " ⇌ ", ", ") + g.of(chemicals)
	case 2:
		return g.word() + " (" + atom() + g.of(operators) + atom() + ")"
	}
	sep := g.pick("", " ", " ", "\u00a0")
	s := atom()
	for range 1 + g.IntN(3) {
		s += sep + g.of(operators) + sep + atom()
	}
	return s
}
