package codec

// The codecs. The order is that of preference where several read a text
// equally well, the most used first within a family.
//
// In windows-1258 the Vietnamese tones are combining marks (CC, D2, DE, EC and
// F2) that stand behind the vowel: what was typed with it decodes to a base
// letter and a mark, and precomposed letters that the page lacks cannot be
// encoded before they are taken apart. The codec does neither; composing and
// decomposing are the caller's. In ANSEL the marks, E0 to FE, stand before the letter, and
// programs that know it put them behind: text that was wrongly read so keeps only its other bytes apart.
const (
	Windows1252  ID = iota // Western; also ISO-8859-1 and ASCII, as browsers have it
	Windows1250            // Central European
	Windows1251            // Cyrillic
	Windows1253            // Greek
	Windows1254            // Turkish; also ISO-8859-9
	Windows1255            // Hebrew
	Windows1256            // Arabic
	Windows1257            // Baltic
	Windows1258            // Vietnamese; see above
	Windows874             // Thai; also ISO-8859-11 and TIS-620
	ISO8859x2              // Central European
	ISO8859x3              // South European
	ISO8859x4              // North European
	ISO8859x5              // Cyrillic
	ISO8859x6              // Arabic
	ISO8859x7              // Greek
	ISO8859x8              // Hebrew; also its logical order, -I
	ISO8859x10             // Nordic
	ISO8859x13             // Baltic Rim
	ISO8859x14             // Celtic
	ISO8859x15             // Western with the euro
	ISO8859x16             // South-Eastern European
	KOI8R                  // Russian
	KOI8U                  // Ukrainian, with WHATWG's Belarusian letters
	Macintosh              // Western
	MacCyrillic            // Cyrillic, with the Ukrainian letters
	MacCE                  // Central European
	MacGreek               // Greek
	MacTurkish             // Turkish
	MacRomanian            // Romanian
	MacIcelandic           // Icelandic
	MacCroatian            // Croatian
	IBM437                 // United States
	DOS720                 // Arabic; not in IANA's registry, the name is Microsoft's
	IBM737                 // Greek; not in IANA's registry, the name is Microsoft's
	IBM775                 // Baltic
	IBM850                 // Western
	IBM852                 // Central European
	IBM855                 // Cyrillic
	IBM857                 // Turkish
	IBM858                 // Western with the euro
	IBM860                 // Portuguese
	IBM861                 // Icelandic
	IBM862                 // Hebrew
	IBM863                 // Canadian French
	IBM864                 // Arabic
	IBM865                 // Nordic
	IBM866                 // Cyrillic
	IBM869                 // Greek
	ANSEL                  // Latin of library catalogues (MARC-8); not in IANA's registry, the name is the standard's; see above
	GBK                    // Simplified Chinese; also GB 2312
	GB18030                // Chinese, with four-byte codes for all of Unicode
	Big5                   // Traditional Chinese, with the Hong Kong letters
	ShiftJIS               // Japanese, with Microsoft's letters
	EUCJP                  // Japanese
	EUCKR                  // Korean, with Microsoft's letters
	Big5Unicode            // Big5 as Python has it; not in IANA's registry, the name is ours; see userBig5

	numCodecs = iota
)

// codecs are all codecs by ID.
//
// Aliases are WHATWG's labels, then IANA's aliases, then the names by which
// MySQL, PostgreSQL, iconv, Python and Microsoft know the encoding.
var codecs = [numCodecs]Codec{
	Windows1252: {id: Windows1252, name: "windows-1252", high: &highWindows1252, aliases: []string{
		"ansi_x3.4-1968", "ascii", "cp1252", "cp819", "csisolatin1", "ibm819", "iso-8859-1",
		"iso-ir-100", "iso8859-1", "iso88591", "iso_8859-1", "iso_8859-1:1987", "l1", "latin1",
		"us-ascii", "x-cp1252", "1252", "win1252", "win-1252", "ms-ansi", "latin-1", "ibm-1252",
	}},
	Windows1250: {id: Windows1250, name: "windows-1250", high: &highWindows1250, aliases: []string{
		"cp1250", "x-cp1250", "1250", "win1250", "win-1250", "ms-ee",
	}},
	Windows1251: {id: Windows1251, name: "windows-1251", high: &highWindows1251, aliases: []string{
		"cp1251", "x-cp1251", "1251", "win1251", "win-1251", "ms-cyrl",
	}},
	Windows1253: {id: Windows1253, name: "windows-1253", high: &highWindows1253, aliases: []string{
		"cp1253", "x-cp1253", "1253", "win1253", "win-1253", "ms-greek",
	}},
	Windows1254: {id: Windows1254, name: "windows-1254", high: &highWindows1254, aliases: []string{
		"cp1254", "csisolatin5", "iso-8859-9", "iso-ir-148", "iso8859-9", "iso88599", "iso_8859-9",
		"iso_8859-9:1989", "l5", "latin5", "x-cp1254", "1254", "win1254", "win-1254", "ms-turk",
		"latin-5",
	}},
	Windows1255: {id: Windows1255, name: "windows-1255", high: &highWindows1255, aliases: []string{
		"cp1255", "x-cp1255", "1255", "win1255", "win-1255", "ms-hebr",
	}},
	Windows1256: {id: Windows1256, name: "windows-1256", high: &highWindows1256, aliases: []string{
		"cp1256", "x-cp1256", "1256", "win1256", "win-1256", "ms-arab",
	}},
	Windows1257: {id: Windows1257, name: "windows-1257", high: &highWindows1257, aliases: []string{
		"cp1257", "x-cp1257", "1257", "win1257", "win-1257", "winbaltrim",
	}},
	Windows1258: {id: Windows1258, name: "windows-1258", high: &highWindows1258, aliases: []string{
		"cp1258", "x-cp1258", "1258", "win1258", "win-1258",
	}},
	Windows874: {id: Windows874, name: "windows-874", high: &highWindows874, aliases: []string{
		"dos-874", "iso-8859-11", "iso8859-11", "iso885911", "tis-620", "cp874", "874", "ms874",
		"tis620",
	}},
	ISO8859x2: {id: ISO8859x2, name: "iso-8859-2", high: &highISO8859x2, aliases: []string{
		"csisolatin2", "iso-ir-101", "iso8859-2", "iso88592", "iso_8859-2", "iso_8859-2:1987", "l2",
		"latin2", "latin-2",
	}},
	ISO8859x3: {id: ISO8859x3, name: "iso-8859-3", high: &highISO8859x3, aliases: []string{
		"csisolatin3", "iso-ir-109", "iso8859-3", "iso88593", "iso_8859-3", "iso_8859-3:1988", "l3",
		"latin3", "latin-3",
	}},
	ISO8859x4: {id: ISO8859x4, name: "iso-8859-4", high: &highISO8859x4, aliases: []string{
		"csisolatin4", "iso-ir-110", "iso8859-4", "iso88594", "iso_8859-4", "iso_8859-4:1988", "l4",
		"latin4", "latin-4",
	}},
	ISO8859x5: {id: ISO8859x5, name: "iso-8859-5", high: &highISO8859x5, aliases: []string{
		"csisolatincyrillic", "cyrillic", "iso-ir-144", "iso8859-5", "iso88595", "iso_8859-5",
		"iso_8859-5:1988",
	}},
	ISO8859x6: {id: ISO8859x6, name: "iso-8859-6", high: &highISO8859x6, aliases: []string{
		"arabic", "asmo-708", "csiso88596e", "csiso88596i", "csisolatinarabic", "ecma-114",
		"iso-8859-6-e", "iso-8859-6-i", "iso-ir-127", "iso8859-6", "iso88596", "iso_8859-6",
		"iso_8859-6:1987",
	}},
	ISO8859x7: {id: ISO8859x7, name: "iso-8859-7", high: &highISO8859x7, aliases: []string{
		"csisolatingreek", "ecma-118", "elot_928", "greek", "greek8", "iso-ir-126", "iso8859-7",
		"iso88597", "iso_8859-7", "iso_8859-7:1987", "sun_eu_greek",
	}},
	ISO8859x8: {id: ISO8859x8, name: "iso-8859-8", high: &highISO8859x8, aliases: []string{
		"csiso88598e", "csisolatinhebrew", "hebrew", "iso-8859-8-e", "iso-ir-138", "iso8859-8",
		"iso88598", "iso_8859-8", "iso_8859-8:1988", "visual", "csiso88598i", "iso-8859-8-i",
		"logical",
	}},
	ISO8859x10: {id: ISO8859x10, name: "iso-8859-10", high: &highISO8859x10, aliases: []string{
		"csisolatin6", "iso-ir-157", "iso8859-10", "iso885910", "l6", "latin6", "latin-6",
		"iso_8859-10:1992",
	}},
	ISO8859x13: {id: ISO8859x13, name: "iso-8859-13", high: &highISO8859x13, aliases: []string{
		"iso8859-13", "iso885913", "latin7", "latin-7", "l7", "csiso885913", "iso_8859-13",
	}},
	ISO8859x14: {id: ISO8859x14, name: "iso-8859-14", high: &highISO8859x14, aliases: []string{
		"iso8859-14", "iso885914", "latin8", "latin-8", "l8", "iso-ir-199", "iso-celtic",
		"iso_8859-14", "iso_8859-14:1998", "csiso885914",
	}},
	ISO8859x15: {id: ISO8859x15, name: "iso-8859-15", high: &highISO8859x15, aliases: []string{
		"csisolatin9", "iso8859-15", "iso885915", "iso_8859-15", "l9", "latin9", "latin-9", "latin-15",
		"csiso885915",
	}},
	ISO8859x16: {id: ISO8859x16, name: "iso-8859-16", high: &highISO8859x16, aliases: []string{
		"latin10", "latin-10", "l10", "iso-ir-226", "iso_8859-16", "iso_8859-16:2001", "csiso885916",
		"iso8859-16", "iso885916",
	}},
	KOI8R: {id: KOI8R, name: "koi8-r", high: &highKOI8R, aliases: []string{
		"cskoi8r", "koi", "koi8", "koi8_r", "cp878", "20866",
	}},
	KOI8U: {id: KOI8U, name: "koi8-u", high: &highKOI8U, aliases: []string{
		"koi8-ru", "cp21866", "cskoi8u",
	}},
	Macintosh: {id: Macintosh, name: "macintosh", high: &highMacintosh, aliases: []string{
		"csmacintosh", "mac", "x-mac-roman", "macroman", "mac-roman", "mac_roman", "cp10000",
	}},
	MacCyrillic: {id: MacCyrillic, name: "x-mac-cyrillic", high: &highMacCyrillic, aliases: []string{
		"x-mac-ukrainian", "maccyrillic", "mac-cyrillic", "macukraine", "macukrainian", "mac-uk",
		"cp10007",
	}},
	MacCE: {id: MacCE, name: "x-mac-ce", high: &highMacCE, aliases: []string{
		"macce", "mac-ce", "maclatin2", "maccentraleurope", "mac-centraleurope",
		"x-mac-centraleurroman", "maccentraleurroman", "cp10029",
	}},
	MacGreek: {id: MacGreek, name: "x-mac-greek", high: &highMacGreek, aliases: []string{
		"macgreek", "cp10006",
	}},
	MacTurkish: {id: MacTurkish, name: "x-mac-turkish", high: &highMacTurkish, aliases: []string{
		"macturkish", "cp10081",
	}},
	MacRomanian: {id: MacRomanian, name: "x-mac-romanian", high: &highMacRomanian, aliases: []string{
		"macromanian", "macromania", "x-mac-romania", "cp10010",
	}},
	MacIcelandic: {id: MacIcelandic, name: "x-mac-icelandic", high: &highMacIcelandic, aliases: []string{
		"macicelandic", "maciceland", "mac-is", "macis", "cp10079",
	}},
	MacCroatian: {id: MacCroatian, name: "x-mac-croatian", high: &highMacCroatian, aliases: []string{
		"maccroatian", "cp10082",
	}},
	IBM437: {id: IBM437, name: "ibm437", high: &highIBM437, aliases: []string{
		"cp437", "437", "dos-437", "ibm-437", "cspc8codepage437",
	}},
	DOS720: {id: DOS720, name: "dos-720", high: &highDOS720, aliases: []string{
		"cp720", "720", "ibm-720", "ibm720",
	}},
	IBM737: {id: IBM737, name: "ibm737", high: &highIBM737, aliases: []string{
		"cp737", "737", "dos-737", "ibm-737",
	}},
	IBM775: {id: IBM775, name: "ibm775", high: &highIBM775, aliases: []string{
		"cp775", "775", "dos-775", "ibm-775", "cspc775baltic",
	}},
	IBM850: {id: IBM850, name: "ibm850", high: &highIBM850, aliases: []string{
		"cp850", "850", "dos-850", "ibm-850", "cspc850multilingual",
	}},
	IBM852: {id: IBM852, name: "ibm852", high: &highIBM852, aliases: []string{
		"cp852", "852", "dos-852", "ibm-852", "cspcp852",
	}},
	IBM855: {id: IBM855, name: "ibm855", high: &highIBM855, aliases: []string{
		"cp855", "855", "dos-855", "ibm-855", "csibm855",
	}},
	IBM857: {id: IBM857, name: "ibm857", high: &highIBM857, aliases: []string{
		"cp857", "857", "dos-857", "ibm-857", "csibm857",
	}},
	IBM858: {id: IBM858, name: "ibm00858", high: &highIBM858, aliases: []string{
		"cp858", "858", "dos-858", "ibm-858", "ibm858", "ccsid00858", "cp00858",
		"pc-multilingual-850+euro", "csibm00858",
	}},
	IBM860: {id: IBM860, name: "ibm860", high: &highIBM860, aliases: []string{
		"cp860", "860", "dos-860", "ibm-860", "csibm860",
	}},
	IBM861: {id: IBM861, name: "ibm861", high: &highIBM861, aliases: []string{
		"cp861", "861", "dos-861", "ibm-861", "cp-is", "csibm861",
	}},
	IBM862: {id: IBM862, name: "ibm862", high: &highIBM862, aliases: []string{
		"cp862", "862", "dos-862", "ibm-862", "cspc862latinhebrew",
	}},
	IBM863: {id: IBM863, name: "ibm863", high: &highIBM863, aliases: []string{
		"cp863", "863", "dos-863", "ibm-863", "csibm863",
	}},
	IBM864: {id: IBM864, name: "ibm864", high: &highIBM864, aliases: []string{
		"cp864", "864", "dos-864", "ibm-864", "csibm864",
	}},
	IBM865: {id: IBM865, name: "ibm865", high: &highIBM865, aliases: []string{
		"cp865", "865", "dos-865", "ibm-865", "csibm865",
	}},
	IBM866: {id: IBM866, name: "ibm866", high: &highIBM866, aliases: []string{
		"866", "cp866", "csibm866", "dos-866", "ibm-866",
	}},
	IBM869: {id: IBM869, name: "ibm869", high: &highIBM869, aliases: []string{
		"cp869", "869", "dos-869", "ibm-869", "cp-gr", "csibm869",
	}},
	ANSEL: {id: ANSEL, name: "ansel", high: &highANSEL, aliases: []string{
		"marc-8", "marc8", "z39.47", "ansi_z39.47", "iso-ir-231", "gedcom-ansel",
	}},
	GBK: {id: GBK, name: "gbk", double: &doubleGBK, aliases: []string{
		"chinese", "csgb2312", "csiso58gb231280", "gb2312", "gb_2312", "gb_2312-80", "iso-ir-58",
		"x-gbk", "cp936", "936", "ms936", "windows-936", "euc-cn", "euc_cn", "csgbk",
	}},
	GB18030: {id: GB18030, name: "gb18030", double: &doubleGB18030, aliases: []string{
		"gb-18030", "cp54936", "54936", "csgb18030",
	}},
	Big5: {id: Big5, name: "big5", double: &doubleBig5, aliases: []string{
		"big5-hkscs", "cn-big5", "csbig5", "x-x-big5", "cp950", "950", "windows-950",
	}},
	ShiftJIS: {id: ShiftJIS, name: "shift_jis", double: &doubleShiftJIS, aliases: []string{
		"csshiftjis", "ms932", "ms_kanji", "shift-jis", "sjis", "windows-31j", "x-sjis", "cp932",
		"932", "ms-kanji", "cswindows31j",
	}},
	EUCJP: {id: EUCJP, name: "euc-jp", double: &doubleEUCJP, aliases: []string{
		"cseucpkdfmtjapanese", "x-euc-jp", "euc_jp", "eucjp", "ujis", "eucjpms", "51932", "cp51932",
	}},
	EUCKR: {id: EUCKR, name: "euc-kr", double: &doubleEUCKR, aliases: []string{
		"cseuckr", "csksc56011987", "iso-ir-149", "korean", "ks_c_5601-1987", "ks_c_5601-1989",
		"ksc5601", "ksc_5601", "windows-949", "euc_kr", "euckr", "cp949", "949", "uhc", "ms949",
		"windows-51949",
	}},
	Big5Unicode: {id: Big5Unicode, name: "x-big5-unicode", double: &doubleBig5Unicode},
}
