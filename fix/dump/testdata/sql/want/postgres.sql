--
-- PostgreSQL database dump
--

\restrict dxGvACPBbDdcIt0CkEnlPyUm22AlFtACh2erLHlQ4vOdhgggSDvsvVdOBoxrpkj

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
    'é',
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
    txt text DEFAULT 'dé'::text,
    e public.mood DEFAULT 'é'::public.mood,
    a text[],
    b bytea,
    j json,
    jb jsonb,
    CONSTRAINT t_txt_check CHECK ((txt <> 'ç'::text))
);


ALTER TABLE public.t OWNER TO postgres;

--
-- Name: TABLE t; Type: COMMENT; Schema: public; Owner: postgres
--

COMMENT ON TABLE public.t IS 'tàble';


--
-- Name: COLUMN t.txt; Type: COMMENT; Schema: public; Owner: postgres
--

COMMENT ON COLUMN public.t.txt IS 'cölumn';


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

ALTER TABLE ONLY public.c ALTER COLUMN txt SET DEFAULT 'dé'::text;


--
-- Name: c e; Type: DEFAULT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.c ALTER COLUMN e SET DEFAULT 'é'::public.mood;


--
-- Data for Name: c; Type: TABLE DATA; Schema: public; Owner: postgres
--

COPY public.c (id, txt, e, a, b, j, jb, z) FROM stdin;
9999	child é	é	{"child é",x,NULL}	\\x636166c383c2a9	{"a": "child é"}	{"a": "child é"}	\N
\.


--
-- Data for Name: t; Type: TABLE DATA; Schema: public; Owner: postgres
--

COPY public.t (id, txt, e, a, b, j, jb) FROM stdin;
0	L’été à la plage – c’est “génial”	plain	{"L’été à la plage – c’est “génial”",x,NULL}	\\x636166c383c2a9	{"a": "L’été à la plage – c’est “génial”"}	{"a": "L’été à la plage – c’est “génial”"}
1	Привет, мир! Это тест.	é	{"Привет, мир! Это тест.",x,NULL}	\\x636166c383c2a9	{"a": "Привет, мир! Это тест."}	{"a": "Привет, мир! Это тест."}
2	日本語のテキスト	plain	{日本語のテキスト,x,NULL}	\\x636166c383c2a9	{"a": "日本語のテキスト"}	{"a": "日本語のテキスト"}
3	Ελληνικά και άλλα	é	{"Ελληνικά και άλλα",x,NULL}	\\x636166c383c2a9	{"a": "Ελληνικά και άλλα"}	{"a": "Ελληνικά και άλλα"}
4	Zażółć gęślą jaźń	plain	{"Zażółć gęślą jaźń",x,NULL}	\\x636166c383c2a9	{"a": "Zażółć gęślą jaźń"}	{"a": "Zażółć gęślą jaźń"}
5	naïve café, Ångström	é	{"naïve café, Ångström",x,NULL}	\\x636166c383c2a9	{"a": "naïve café, Ångström"}	{"a": "naïve café, Ångström"}
6	emoji 😀🎉 fin	plain	{"emoji 😀🎉 fin",x,NULL}	\\x636166c383c2a9	{"a": "emoji 😀🎉 fin"}	{"a": "emoji 😀🎉 fin"}
7	שלום עולם	é	{"שלום עולם",x,NULL}	\\x636166c383c2a9	{"a": "שלום עולם"}	{"a": "שלום עולם"}
8	مرحبا بالعالم	plain	{"مرحبا بالعالم",x,NULL}	\\x636166c383c2a9	{"a": "مرحبا بالعالم"}	{"a": "مرحبا بالعالم"}
9	한국어 текст	é	{"한국어 текст",x,NULL}	\\x636166c383c2a9	{"a": "한국어 текст"}	{"a": "한국어 текст"}
10	it's "quoted" \\ back\nnew\tline\r\n% _	plain	{"it's \\"quoted\\" \\\\ back\nnew\tline\r\n% _",x,NULL}	\\x636166c383c2a9	{"a": "it's \\"quoted\\" \\\\ back\\nnew\\tline\\r\\n% _"}	{"a": "it's \\"quoted\\" \\\\ back\\nnew\\tline\\r\\n% _"}
11	Größe: 5×£35 – ½	é	{"Größe: 5×£35 – ½",x,NULL}	\\x636166c383c2a9	{"a": "Größe: 5×£35 – ½"}	{"a": "Größe: 5×£35 – ½"}
12	Ñandú ¿qué?	plain	{"Ñandú ¿qué?",x,NULL}	\\x636166c383c2a9	{"a": "Ñandú ¿qué?"}	{"a": "Ñandú ¿qué?"}
13	Đặng Thị Hồng	é	{"Đặng Thị Hồng",x,NULL}	\\x636166c383c2a9	{"a": "Đặng Thị Hồng"}	{"a": "Đặng Thị Hồng"}
14	plain ascii	plain	{"plain ascii",x,NULL}	\\x636166c383c2a9	{"a": "plain ascii"}	{"a": "plain ascii"}
15		é	{"",x,NULL}	\\x636166c383c2a9	{"a": ""}	{"a": ""}
16	tschüß €100	plain	{"tschüß €100",x,NULL}	\\x636166c383c2a9	{"a": "tschüß €100"}	{"a": "tschüß €100"}
17	\\N é	é	{"\\\\N é",x,NULL}	\\x636166c383c2a9	{"a": "\\\\N é"}	{"a": "\\\\N é"}
18	\\. ü	plain	{"\\\\. ü",x,NULL}	\\x636166c383c2a9	{"a": "\\\\. ü"}	{"a": "\\\\. ü"}
1000	SÃO PAULO	plain	{"SÃO PAULO",x,NULL}	\\x636166c383c2a9	{"a": "SÃO PAULO"}	{"a": "SÃO PAULO"}
1001	Ünïcödé	é	{Ünïcödé,x,NULL}	\\x636166c383c2a9	{"a": "Ünïcödé"}	{"a": "Ünïcödé"}
1002	日本	plain	{日本,x,NULL}	\\x636166c383c2a9	{"a": "日本"}	{"a": "日本"}
1003	L’été à la plage – c’est “génial”	é	{"L’été à la plage – c’est “génial”",x,NULL}	\\x636166c383c2a9	{"a": "L’été à la plage – c’est “génial”"}	{"a": "L’été à la plage – c’est “génial”"}
1004	Привет, мир! Это тест.	plain	{"Привет, мир! Это тест.",x,NULL}	\\x636166c383c2a9	{"a": "Привет, мир! Это тест."}	{"a": "Привет, мир! Это тест."}
1005	日本語のテキスト	é	{日本語のテキスト,x,NULL}	\\x636166c383c2a9	{"a": "日本語のテキスト"}	{"a": "日本語のテキスト"}
1006	Ελληνικά και άλλα	plain	{"Ελληνικά και άλλα",x,NULL}	\\x636166c383c2a9	{"a": "Ελληνικά και άλλα"}	{"a": "Ελληνικά και άλλα"}
1007	Zażółć gęślą jaźń	é	{"Zażółć gęślą jaźń",x,NULL}	\\x636166c383c2a9	{"a": "Zażółć gęślą jaźń"}	{"a": "Zażółć gęślą jaźń"}
1008	naïve café, Ångström	plain	{"naïve café, Ångström",x,NULL}	\\x636166c383c2a9	{"a": "naïve café, Ångström"}	{"a": "naïve café, Ångström"}
1009	emoji 😀🎉 fin	é	{"emoji 😀🎉 fin",x,NULL}	\\x636166c383c2a9	{"a": "emoji 😀🎉 fin"}	{"a": "emoji 😀🎉 fin"}
1010	שלום עולם	plain	{"שלום עולם",x,NULL}	\\x636166c383c2a9	{"a": "שלום עולם"}	{"a": "שלום עולם"}
1011	مرحبا بالعالم	é	{"مرحبا بالعالم",x,NULL}	\\x636166c383c2a9	{"a": "مرحبا بالعالم"}	{"a": "مرحبا بالعالم"}
1012	한국어 текст	plain	{"한국어 текст",x,NULL}	\\x636166c383c2a9	{"a": "한국어 текст"}	{"a": "한국어 текст"}
1013	it's "quoted" \\ back\nnew\tline\r\n% _	é	{"it's \\"quoted\\" \\\\ back\nnew\tline\r\n% _",x,NULL}	\\x636166c383c2a9	{"a": "it's \\"quoted\\" \\\\ back\\nnew\\tline\\r\\n% _"}	{"a": "it's \\"quoted\\" \\\\ back\\nnew\\tline\\r\\n% _"}
1014	Größe: 5×£35 – ½	plain	{"Größe: 5×£35 – ½",x,NULL}	\\x636166c383c2a9	{"a": "Größe: 5×£35 – ½"}	{"a": "Größe: 5×£35 – ½"}
1015	Ñandú ¿qué?	é	{"Ñandú ¿qué?",x,NULL}	\\x636166c383c2a9	{"a": "Ñandú ¿qué?"}	{"a": "Ñandú ¿qué?"}
1016	Đặng Thị Hồng	plain	{"Đặng Thị Hồng",x,NULL}	\\x636166c383c2a9	{"a": "Đặng Thị Hồng"}	{"a": "Đặng Thị Hồng"}
1017	plain ascii	é	{"plain ascii",x,NULL}	\\x636166c383c2a9	{"a": "plain ascii"}	{"a": "plain ascii"}
1018		plain	{"",x,NULL}	\\x636166c383c2a9	{"a": ""}	{"a": ""}
1019	tschüß €100	é	{"tschüß €100",x,NULL}	\\x636166c383c2a9	{"a": "tschüß €100"}	{"a": "tschüß €100"}
1020	\\N é	plain	{"\\\\N é",x,NULL}	\\x636166c383c2a9	{"a": "\\\\N é"}	{"a": "\\\\N é"}
1021	\\. ü	é	{"\\\\. ü",x,NULL}	\\x636166c383c2a9	{"a": "\\\\. ü"}	{"a": "\\\\. ü"}
\.


--
-- Name: t t_pkey; Type: CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.t
    ADD CONSTRAINT t_pkey PRIMARY KEY (id);


--
-- PostgreSQL database dump complete
--

\unrestrict dxGvACPBbDdcIt0CkEnlPyUm22AlFtACh2erLHlQ4vOdhgggSDvsvVdOBoxrpkj

