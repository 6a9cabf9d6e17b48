package integration

import (
	"encoding/hex"
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

var (
	xmlRow   = regexp.MustCompile(`(?s)<row>(.*?)</row>`)
	xmlField = regexp.MustCompile(`(?s)<field name="(\w+)"([^>]*?)(?:/>|>(.*?)</field>)`)
	xmlText  = strings.NewReplacer("&lt;", "<", "&gt;", ">", "&quot;", `"`, "&amp;", "&")
)

// readXML reads what mysqldump --xml writes. It is not for encoding/xml, nor for
// LOAD XML: control characters stand as they are.
func readXML(in []byte) (table, error) {
	t := table{}
	for _, m := range xmlRow.FindAllSubmatch(in, -1) {
		f := map[string]string{}
		for _, m := range xmlField.FindAllStringSubmatch(string(m[1]), -1) {
			f[m[1]] = xmlText.Replace(m[3])
			if strings.Contains(m[2], "hexBinary") {
				b, err := hex.DecodeString(m[3])
				if err != nil {
					return nil, err
				}
				f[m[1]] = string(b)
			}
		}
		id, err := strconv.Atoi(f["id"])
		if err != nil {
			return nil, fmt.Errorf("no row: %q", m[1])
		}
		t[id] = record{text: [3]string{f["title"], f["body"], f["meta"]}, binary: [3]string{f["data"], f["mark"]}}
	}
	return t, nil
}
