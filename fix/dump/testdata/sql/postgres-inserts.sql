--
-- PostgreSQL database dump
--

\restrict fChc8AjTXPogjPyZNyjnEpWR6T7YcBfnR2c2PM5qfasnzvSwNAU1dSX7YBmX4HU

-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: mood; Type: TYPE; Schema: public; Owner: postgres
--

CREATE TYPE public.mood AS ENUM (
    'Ã©',
    'plain'
);


ALTER TYPE public.mood OWNER TO postgres;

--
-- Name: f(); Type: FUNCTION; Schema: public; Owner: postgres
--

CREATE FUNCTION public.f() RETURNS text
    LANGUAGE sql
    AS $$ SELECT 'plain' $$;


ALTER FUNCTION public.f() OWNER TO postgres;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: t; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.t (
    id integer NOT NULL,
    txt text DEFAULT 'dÃ©'::text,
    e public.mood DEFAULT 'Ã©'::public.mood,
    a text[],
    b bytea,
    j json,
    jb jsonb,
    CONSTRAINT t_txt_check CHECK ((txt <> 'Ã§'::text))
);


ALTER TABLE public.t OWNER TO postgres;

--
-- Name: TABLE t; Type: COMMENT; Schema: public; Owner: postgres
--

COMMENT ON TABLE public.t IS 'tÃ ble';


--
-- Name: COLUMN t.txt; Type: COMMENT; Schema: public; Owner: postgres
--

COMMENT ON COLUMN public.t.txt IS 'cÃ¶lumn';


--
-- Name: c; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.c (
    z text
)
INHERITS (public.t);


ALTER TABLE public.c OWNER TO postgres;

--
-- Name: c txt; Type: DEFAULT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.c ALTER COLUMN txt SET DEFAULT 'dÃ©'::text;


--
-- Name: c e; Type: DEFAULT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.c ALTER COLUMN e SET DEFAULT 'Ã©'::public.mood;


--
-- Data for Name: c; Type: TABLE DATA; Schema: public; Owner: postgres
--

INSERT INTO public.c VALUES (9999, 'child Ã©', 'Ã©', '{"child Ã©",x,NULL}', '\x636166c383c2a9', '{"a": "child Ã©"}', '{"a": "child Ã©"}', NULL);


--
-- Data for Name: t; Type: TABLE DATA; Schema: public; Owner: postgres
--

INSERT INTO public.t VALUES (0, 'Lâ€™Ã©tÃ© Ã  la plage â€“ câ€™est â€œgÃ©nialâ€', 'plain', '{"Lâ€™Ã©tÃ© Ã  la plage â€“ câ€™est â€œgÃ©nialâ€",x,NULL}', '\x636166c383c2a9', '{"a": "Lâ€™Ã©tÃ© Ã  la plage â€“ câ€™est â€œgÃ©nialâ€"}', '{"a": "Lâ€™Ã©tÃ© Ã  la plage â€“ câ€™est â€œgÃ©nialâ€"}');
INSERT INTO public.t VALUES (1, 'ÐŸÑ€Ð¸Ð²ÐµÑ‚, Ð¼Ð¸Ñ€! Ð­Ñ‚Ð¾ Ñ‚ÐµÑÑ‚.', 'Ã©', '{"ÐŸÑ€Ð¸Ð²ÐµÑ‚, Ð¼Ð¸Ñ€! Ð­Ñ‚Ð¾ Ñ‚ÐµÑÑ‚.",x,NULL}', '\x636166c383c2a9', '{"a": "ÐŸÑ€Ð¸Ð²ÐµÑ‚, Ð¼Ð¸Ñ€! Ð­Ñ‚Ð¾ Ñ‚ÐµÑÑ‚."}', '{"a": "ÐŸÑ€Ð¸Ð²ÐµÑ‚, Ð¼Ð¸Ñ€! Ð­Ñ‚Ð¾ Ñ‚ÐµÑÑ‚."}');
INSERT INTO public.t VALUES (2, 'æ—¥æœ¬èªžã®ãƒ†ã‚­ã‚¹ãƒˆ', 'plain', '{æ—¥æœ¬èªžã®ãƒ†ã‚­ã‚¹ãƒˆ,x,NULL}', '\x636166c383c2a9', '{"a": "æ—¥æœ¬èªžã®ãƒ†ã‚­ã‚¹ãƒˆ"}', '{"a": "æ—¥æœ¬èªžã®ãƒ†ã‚­ã‚¹ãƒˆ"}');
INSERT INTO public.t VALUES (3, 'Î•Î»Î»Î·Î½Î¹ÎºÎ¬ ÎºÎ±Î¹ Î¬Î»Î»Î±', 'Ã©', '{"Î•Î»Î»Î·Î½Î¹ÎºÎ¬ ÎºÎ±Î¹ Î¬Î»Î»Î±",x,NULL}', '\x636166c383c2a9', '{"a": "Î•Î»Î»Î·Î½Î¹ÎºÎ¬ ÎºÎ±Î¹ Î¬Î»Î»Î±"}', '{"a": "Î•Î»Î»Î·Î½Î¹ÎºÎ¬ ÎºÎ±Î¹ Î¬Î»Î»Î±"}');
INSERT INTO public.t VALUES (4, 'ZaÅ¼Ã³Å‚Ä‡ gÄ™Å›lÄ… jaÅºÅ„', 'plain', '{"ZaÅ¼Ã³Å‚Ä‡ gÄ™Å›lÄ… jaÅºÅ„",x,NULL}', '\x636166c383c2a9', '{"a": "ZaÅ¼Ã³Å‚Ä‡ gÄ™Å›lÄ… jaÅºÅ„"}', '{"a": "ZaÅ¼Ã³Å‚Ä‡ gÄ™Å›lÄ… jaÅºÅ„"}');
INSERT INTO public.t VALUES (5, 'naÃ¯ve cafÃ©, Ã…ngstrÃ¶m', 'Ã©', '{"naÃ¯ve cafÃ©, Ã…ngstrÃ¶m",x,NULL}', '\x636166c383c2a9', '{"a": "naÃ¯ve cafÃ©, Ã…ngstrÃ¶m"}', '{"a": "naÃ¯ve cafÃ©, Ã…ngstrÃ¶m"}');
INSERT INTO public.t VALUES (6, 'emoji ðŸ˜€ðŸŽ‰ fin', 'plain', '{"emoji ðŸ˜€ðŸŽ‰ fin",x,NULL}', '\x636166c383c2a9', '{"a": "emoji ðŸ˜€ðŸŽ‰ fin"}', '{"a": "emoji ðŸ˜€ðŸŽ‰ fin"}');
INSERT INTO public.t VALUES (7, '×©×œ×•× ×¢×•×œ×', 'Ã©', '{"×©×œ×•× ×¢×•×œ×",x,NULL}', '\x636166c383c2a9', '{"a": "×©×œ×•× ×¢×•×œ×"}', '{"a": "×©×œ×•× ×¢×•×œ×"}');
INSERT INTO public.t VALUES (8, 'Ù…Ø±Ø­Ø¨Ø§ Ø¨Ø§Ù„Ø¹Ø§Ù„Ù…', 'plain', '{"Ù…Ø±Ø­Ø¨Ø§ Ø¨Ø§Ù„Ø¹Ø§Ù„Ù…",x,NULL}', '\x636166c383c2a9', '{"a": "Ù…Ø±Ø­Ø¨Ø§ Ø¨Ø§Ù„Ø¹Ø§Ù„Ù…"}', '{"a": "Ù…Ø±Ø­Ø¨Ø§ Ø¨Ø§Ù„Ø¹Ø§Ù„Ù…"}');
INSERT INTO public.t VALUES (9, 'í•œêµ­ì–´ Ñ‚ÐµÐºÑÑ‚', 'Ã©', '{"í•œêµ­ì–´ Ñ‚ÐµÐºÑÑ‚",x,NULL}', '\x636166c383c2a9', '{"a": "í•œêµ­ì–´ Ñ‚ÐµÐºÑÑ‚"}', '{"a": "í•œêµ­ì–´ Ñ‚ÐµÐºÑÑ‚"}');
INSERT INTO public.t VALUES (10, 'it''s "quoted" \ back
new	line
% _', 'plain', '{"it''s \"quoted\" \\ back
new	line
% _",x,NULL}', '\x636166c383c2a9', '{"a": "it''s \"quoted\" \\ back\nnew\tline\r\n% _"}', '{"a": "it''s \"quoted\" \\ back\nnew\tline\r\n% _"}');
INSERT INTO public.t VALUES (11, 'GrÃ¶ÃŸe: 5Ã—Â£35 â€“ Â½', 'Ã©', '{"GrÃ¶ÃŸe: 5Ã—Â£35 â€“ Â½",x,NULL}', '\x636166c383c2a9', '{"a": "GrÃ¶ÃŸe: 5Ã—Â£35 â€“ Â½"}', '{"a": "GrÃ¶ÃŸe: 5Ã—Â£35 â€“ Â½"}');
INSERT INTO public.t VALUES (12, 'Ã‘andÃº Â¿quÃ©?', 'plain', '{"Ã‘andÃº Â¿quÃ©?",x,NULL}', '\x636166c383c2a9', '{"a": "Ã‘andÃº Â¿quÃ©?"}', '{"a": "Ã‘andÃº Â¿quÃ©?"}');
INSERT INTO public.t VALUES (13, 'Äáº·ng Thá»‹ Há»“ng', 'Ã©', '{"Äáº·ng Thá»‹ Há»“ng",x,NULL}', '\x636166c383c2a9', '{"a": "Äáº·ng Thá»‹ Há»“ng"}', '{"a": "Äáº·ng Thá»‹ Há»“ng"}');
INSERT INTO public.t VALUES (14, 'plain ascii', 'plain', '{"plain ascii",x,NULL}', '\x636166c383c2a9', '{"a": "plain ascii"}', '{"a": "plain ascii"}');
INSERT INTO public.t VALUES (15, '', 'Ã©', '{"",x,NULL}', '\x636166c383c2a9', '{"a": ""}', '{"a": ""}');
INSERT INTO public.t VALUES (16, 'tschÃ¼ÃŸ â‚¬100', 'plain', '{"tschÃ¼ÃŸ â‚¬100",x,NULL}', '\x636166c383c2a9', '{"a": "tschÃ¼ÃŸ â‚¬100"}', '{"a": "tschÃ¼ÃŸ â‚¬100"}');
INSERT INTO public.t VALUES (17, '\N Ã©', 'Ã©', '{"\\N Ã©",x,NULL}', '\x636166c383c2a9', '{"a": "\\N Ã©"}', '{"a": "\\N Ã©"}');
INSERT INTO public.t VALUES (18, '\. Ã¼', 'plain', '{"\\. Ã¼",x,NULL}', '\x636166c383c2a9', '{"a": "\\. Ã¼"}', '{"a": "\\. Ã¼"}');
INSERT INTO public.t VALUES (1000, 'SÃO PAULO', 'plain', '{"SÃO PAULO",x,NULL}', '\x636166c383c2a9', '{"a": "SÃO PAULO"}', '{"a": "SÃO PAULO"}');
INSERT INTO public.t VALUES (1001, 'Ünïcödé', 'Ã©', '{Ünïcödé,x,NULL}', '\x636166c383c2a9', '{"a": "Ünïcödé"}', '{"a": "Ünïcödé"}');
INSERT INTO public.t VALUES (1002, '日本', 'plain', '{日本,x,NULL}', '\x636166c383c2a9', '{"a": "日本"}', '{"a": "日本"}');
INSERT INTO public.t VALUES (1003, 'L’été à la plage – c’est “génial”', 'Ã©', '{"L’été à la plage – c’est “génial”",x,NULL}', '\x636166c383c2a9', '{"a": "L’été à la plage – c’est “génial”"}', '{"a": "L’été à la plage – c’est “génial”"}');
INSERT INTO public.t VALUES (1004, 'Привет, мир! Это тест.', 'plain', '{"Привет, мир! Это тест.",x,NULL}', '\x636166c383c2a9', '{"a": "Привет, мир! Это тест."}', '{"a": "Привет, мир! Это тест."}');
INSERT INTO public.t VALUES (1005, '日本語のテキスト', 'Ã©', '{日本語のテキスト,x,NULL}', '\x636166c383c2a9', '{"a": "日本語のテキスト"}', '{"a": "日本語のテキスト"}');
INSERT INTO public.t VALUES (1006, 'Ελληνικά και άλλα', 'plain', '{"Ελληνικά και άλλα",x,NULL}', '\x636166c383c2a9', '{"a": "Ελληνικά και άλλα"}', '{"a": "Ελληνικά και άλλα"}');
INSERT INTO public.t VALUES (1007, 'Zażółć gęślą jaźń', 'Ã©', '{"Zażółć gęślą jaźń",x,NULL}', '\x636166c383c2a9', '{"a": "Zażółć gęślą jaźń"}', '{"a": "Zażółć gęślą jaźń"}');
INSERT INTO public.t VALUES (1008, 'naïve café, Ångström', 'plain', '{"naïve café, Ångström",x,NULL}', '\x636166c383c2a9', '{"a": "naïve café, Ångström"}', '{"a": "naïve café, Ångström"}');
INSERT INTO public.t VALUES (1009, 'emoji 😀🎉 fin', 'Ã©', '{"emoji 😀🎉 fin",x,NULL}', '\x636166c383c2a9', '{"a": "emoji 😀🎉 fin"}', '{"a": "emoji 😀🎉 fin"}');
INSERT INTO public.t VALUES (1010, 'שלום עולם', 'plain', '{"שלום עולם",x,NULL}', '\x636166c383c2a9', '{"a": "שלום עולם"}', '{"a": "שלום עולם"}');
INSERT INTO public.t VALUES (1011, 'مرحبا بالعالم', 'Ã©', '{"مرحبا بالعالم",x,NULL}', '\x636166c383c2a9', '{"a": "مرحبا بالعالم"}', '{"a": "مرحبا بالعالم"}');
INSERT INTO public.t VALUES (1012, '한국어 текст', 'plain', '{"한국어 текст",x,NULL}', '\x636166c383c2a9', '{"a": "한국어 текст"}', '{"a": "한국어 текст"}');
INSERT INTO public.t VALUES (1013, 'it''s "quoted" \ back
new	line
% _', 'Ã©', '{"it''s \"quoted\" \\ back
new	line
% _",x,NULL}', '\x636166c383c2a9', '{"a": "it''s \"quoted\" \\ back\nnew\tline\r\n% _"}', '{"a": "it''s \"quoted\" \\ back\nnew\tline\r\n% _"}');
INSERT INTO public.t VALUES (1014, 'Größe: 5×£35 – ½', 'plain', '{"Größe: 5×£35 – ½",x,NULL}', '\x636166c383c2a9', '{"a": "Größe: 5×£35 – ½"}', '{"a": "Größe: 5×£35 – ½"}');
INSERT INTO public.t VALUES (1015, 'Ñandú ¿qué?', 'Ã©', '{"Ñandú ¿qué?",x,NULL}', '\x636166c383c2a9', '{"a": "Ñandú ¿qué?"}', '{"a": "Ñandú ¿qué?"}');
INSERT INTO public.t VALUES (1016, 'Đặng Thị Hồng', 'plain', '{"Đặng Thị Hồng",x,NULL}', '\x636166c383c2a9', '{"a": "Đặng Thị Hồng"}', '{"a": "Đặng Thị Hồng"}');
INSERT INTO public.t VALUES (1017, 'plain ascii', 'Ã©', '{"plain ascii",x,NULL}', '\x636166c383c2a9', '{"a": "plain ascii"}', '{"a": "plain ascii"}');
INSERT INTO public.t VALUES (1018, '', 'plain', '{"",x,NULL}', '\x636166c383c2a9', '{"a": ""}', '{"a": ""}');
INSERT INTO public.t VALUES (1019, 'tschüß €100', 'Ã©', '{"tschüß €100",x,NULL}', '\x636166c383c2a9', '{"a": "tschüß €100"}', '{"a": "tschüß €100"}');
INSERT INTO public.t VALUES (1020, '\N é', 'plain', '{"\\N é",x,NULL}', '\x636166c383c2a9', '{"a": "\\N é"}', '{"a": "\\N é"}');
INSERT INTO public.t VALUES (1021, '\. ü', 'Ã©', '{"\\. ü",x,NULL}', '\x636166c383c2a9', '{"a": "\\. ü"}', '{"a": "\\. ü"}');


--
-- Name: t t_pkey; Type: CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.t
    ADD CONSTRAINT t_pkey PRIMARY KEY (id);


--
-- PostgreSQL database dump complete
--

\unrestrict fChc8AjTXPogjPyZNyjnEpWR6T7YcBfnR2c2PM5qfasnzvSwNAU1dSX7YBmX4HU

