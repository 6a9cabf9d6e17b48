package engine

import "testing"

func TestAgain(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"the same at another place", "Xem clip hĂ i, phim hĂ i má»›i hay nháşĄt", "Xem clip hài, phim hài mới hay nhất"},
		{"two losses in each", "âš ï¸\uFFFD As pessoas comentÃ¡rios âš ï¸\uFFFD Podem âš ï¸\uFFFD SerÃ£o", "⚠️ As pessoas comentários ⚠️ Podem ⚠️ Serão"},
		{"once, and not certain", "Xem clip hĂ i nÃ y", "Xem clip hĂ i này"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := repaired(tt.in, New(Options{}).Cell(tt.in)); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}
