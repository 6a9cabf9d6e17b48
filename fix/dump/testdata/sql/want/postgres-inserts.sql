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

INSERT INTO public.c VALUES (9999, 'child é', 'é', '{"child é",x,NULL}', '\x636166c383c2a9', '{"a": "child é"}', '{"a": "child é"}', NULL);


--
-- Data for Name: t; Type: TABLE DATA; Schema: public; Owner: postgres
--

INSERT INTO public.t VALUES (0, 'L’été à la plage – c’est “génial”', 'plain', '{"L’été à la plage – c’est “génial”",x,NULL}', '\x636166c383c2a9', '{"a": "L’été à la plage – c’est “génial”"}', '{"a": "L’été à la plage – c’est “génial”"}');
INSERT INTO public.t VALUES (1, 'Привет, мир! Это тест.', 'é', '{"Привет, мир! Это тест.",x,NULL}', '\x636166c383c2a9', '{"a": "Привет, мир! Это тест."}', '{"a": "Привет, мир! Это тест."}');
INSERT INTO public.t VALUES (2, '日本語のテキスト', 'plain', '{日本語のテキスト,x,NULL}', '\x636166c383c2a9', '{"a": "日本語のテキスト"}', '{"a": "日本語のテキスト"}');
INSERT INTO public.t VALUES (3, 'Ελληνικά και άλλα', 'é', '{"Ελληνικά και άλλα",x,NULL}', '\x636166c383c2a9', '{"a": "Ελληνικά και άλλα"}', '{"a": "Ελληνικά και άλλα"}');
INSERT INTO public.t VALUES (4, 'Zażółć gęślą jaźń', 'plain', '{"Zażółć gęślą jaźń",x,NULL}', '\x636166c383c2a9', '{"a": "Zażółć gęślą jaźń"}', '{"a": "Zażółć gęślą jaźń"}');
INSERT INTO public.t VALUES (5, 'naïve café, Ångström', 'é', '{"naïve café, Ångström",x,NULL}', '\x636166c383c2a9', '{"a": "naïve café, Ångström"}', '{"a": "naïve café, Ångström"}');
INSERT INTO public.t VALUES (6, 'emoji 😀🎉 fin', 'plain', '{"emoji 😀🎉 fin",x,NULL}', '\x636166c383c2a9', '{"a": "emoji 😀🎉 fin"}', '{"a": "emoji 😀🎉 fin"}');
INSERT INTO public.t VALUES (7, 'שלום עולם', 'é', '{"שלום עולם",x,NULL}', '\x636166c383c2a9', '{"a": "שלום עולם"}', '{"a": "שלום עולם"}');
INSERT INTO public.t VALUES (8, 'مرحبا بالعالم', 'plain', '{"مرحبا بالعالم",x,NULL}', '\x636166c383c2a9', '{"a": "مرحبا بالعالم"}', '{"a": "مرحبا بالعالم"}');
INSERT INTO public.t VALUES (9, '한국어 текст', 'é', '{"한국어 текст",x,NULL}', '\x636166c383c2a9', '{"a": "한국어 текст"}', '{"a": "한국어 текст"}');
INSERT INTO public.t VALUES (10, 'it''s "quoted" \ back
new	line
% _', 'plain', '{"it''s \"quoted\" \\ back
new	line
% _",x,NULL}', '\x636166c383c2a9', '{"a": "it''s \"quoted\" \\ back\nnew\tline\r\n% _"}', '{"a": "it''s \"quoted\" \\ back\nnew\tline\r\n% _"}');
INSERT INTO public.t VALUES (11, 'Größe: 5×£35 – ½', 'é', '{"Größe: 5×£35 – ½",x,NULL}', '\x636166c383c2a9', '{"a": "Größe: 5×£35 – ½"}', '{"a": "Größe: 5×£35 – ½"}');
INSERT INTO public.t VALUES (12, 'Ñandú ¿qué?', 'plain', '{"Ñandú ¿qué?",x,NULL}', '\x636166c383c2a9', '{"a": "Ñandú ¿qué?"}', '{"a": "Ñandú ¿qué?"}');
INSERT INTO public.t VALUES (13, 'Đặng Thị Hồng', 'é', '{"Đặng Thị Hồng",x,NULL}', '\x636166c383c2a9', '{"a": "Đặng Thị Hồng"}', '{"a": "Đặng Thị Hồng"}');
INSERT INTO public.t VALUES (14, 'plain ascii', 'plain', '{"plain ascii",x,NULL}', '\x636166c383c2a9', '{"a": "plain ascii"}', '{"a": "plain ascii"}');
INSERT INTO public.t VALUES (15, '', 'é', '{"",x,NULL}', '\x636166c383c2a9', '{"a": ""}', '{"a": ""}');
INSERT INTO public.t VALUES (16, 'tschüß €100', 'plain', '{"tschüß €100",x,NULL}', '\x636166c383c2a9', '{"a": "tschüß €100"}', '{"a": "tschüß €100"}');
INSERT INTO public.t VALUES (17, '\N é', 'é', '{"\\N é",x,NULL}', '\x636166c383c2a9', '{"a": "\\N é"}', '{"a": "\\N é"}');
INSERT INTO public.t VALUES (18, '\. ü', 'plain', '{"\\. ü",x,NULL}', '\x636166c383c2a9', '{"a": "\\. ü"}', '{"a": "\\. ü"}');
INSERT INTO public.t VALUES (1000, 'SÃO PAULO', 'plain', '{"SÃO PAULO",x,NULL}', '\x636166c383c2a9', '{"a": "SÃO PAULO"}', '{"a": "SÃO PAULO"}');
INSERT INTO public.t VALUES (1001, 'Ünïcödé', 'é', '{Ünïcödé,x,NULL}', '\x636166c383c2a9', '{"a": "Ünïcödé"}', '{"a": "Ünïcödé"}');
INSERT INTO public.t VALUES (1002, '日本', 'plain', '{日本,x,NULL}', '\x636166c383c2a9', '{"a": "日本"}', '{"a": "日本"}');
INSERT INTO public.t VALUES (1003, 'L’été à la plage – c’est “génial”', 'é', '{"L’été à la plage – c’est “génial”",x,NULL}', '\x636166c383c2a9', '{"a": "L’été à la plage – c’est “génial”"}', '{"a": "L’été à la plage – c’est “génial”"}');
INSERT INTO public.t VALUES (1004, 'Привет, мир! Это тест.', 'plain', '{"Привет, мир! Это тест.",x,NULL}', '\x636166c383c2a9', '{"a": "Привет, мир! Это тест."}', '{"a": "Привет, мир! Это тест."}');
INSERT INTO public.t VALUES (1005, '日本語のテキスト', 'é', '{日本語のテキスト,x,NULL}', '\x636166c383c2a9', '{"a": "日本語のテキスト"}', '{"a": "日本語のテキスト"}');
INSERT INTO public.t VALUES (1006, 'Ελληνικά και άλλα', 'plain', '{"Ελληνικά και άλλα",x,NULL}', '\x636166c383c2a9', '{"a": "Ελληνικά και άλλα"}', '{"a": "Ελληνικά και άλλα"}');
INSERT INTO public.t VALUES (1007, 'Zażółć gęślą jaźń', 'é', '{"Zażółć gęślą jaźń",x,NULL}', '\x636166c383c2a9', '{"a": "Zażółć gęślą jaźń"}', '{"a": "Zażółć gęślą jaźń"}');
INSERT INTO public.t VALUES (1008, 'naïve café, Ångström', 'plain', '{"naïve café, Ångström",x,NULL}', '\x636166c383c2a9', '{"a": "naïve café, Ångström"}', '{"a": "naïve café, Ångström"}');
INSERT INTO public.t VALUES (1009, 'emoji 😀🎉 fin', 'é', '{"emoji 😀🎉 fin",x,NULL}', '\x636166c383c2a9', '{"a": "emoji 😀🎉 fin"}', '{"a": "emoji 😀🎉 fin"}');
INSERT INTO public.t VALUES (1010, 'שלום עולם', 'plain', '{"שלום עולם",x,NULL}', '\x636166c383c2a9', '{"a": "שלום עולם"}', '{"a": "שלום עולם"}');
INSERT INTO public.t VALUES (1011, 'مرحبا بالعالم', 'é', '{"مرحبا بالعالم",x,NULL}', '\x636166c383c2a9', '{"a": "مرحبا بالعالم"}', '{"a": "مرحبا بالعالم"}');
INSERT INTO public.t VALUES (1012, '한국어 текст', 'plain', '{"한국어 текст",x,NULL}', '\x636166c383c2a9', '{"a": "한국어 текст"}', '{"a": "한국어 текст"}');
INSERT INTO public.t VALUES (1013, 'it''s "quoted" \ back
new	line
% _', 'é', '{"it''s \"quoted\" \\ back
new	line
% _",x,NULL}', '\x636166c383c2a9', '{"a": "it''s \"quoted\" \\ back\nnew\tline\r\n% _"}', '{"a": "it''s \"quoted\" \\ back\nnew\tline\r\n% _"}');
INSERT INTO public.t VALUES (1014, 'Größe: 5×£35 – ½', 'plain', '{"Größe: 5×£35 – ½",x,NULL}', '\x636166c383c2a9', '{"a": "Größe: 5×£35 – ½"}', '{"a": "Größe: 5×£35 – ½"}');
INSERT INTO public.t VALUES (1015, 'Ñandú ¿qué?', 'é', '{"Ñandú ¿qué?",x,NULL}', '\x636166c383c2a9', '{"a": "Ñandú ¿qué?"}', '{"a": "Ñandú ¿qué?"}');
INSERT INTO public.t VALUES (1016, 'Đặng Thị Hồng', 'plain', '{"Đặng Thị Hồng",x,NULL}', '\x636166c383c2a9', '{"a": "Đặng Thị Hồng"}', '{"a": "Đặng Thị Hồng"}');
INSERT INTO public.t VALUES (1017, 'plain ascii', 'é', '{"plain ascii",x,NULL}', '\x636166c383c2a9', '{"a": "plain ascii"}', '{"a": "plain ascii"}');
INSERT INTO public.t VALUES (1018, '', 'plain', '{"",x,NULL}', '\x636166c383c2a9', '{"a": ""}', '{"a": ""}');
INSERT INTO public.t VALUES (1019, 'tschüß €100', 'é', '{"tschüß €100",x,NULL}', '\x636166c383c2a9', '{"a": "tschüß €100"}', '{"a": "tschüß €100"}');
INSERT INTO public.t VALUES (1020, '\N é', 'plain', '{"\\N é",x,NULL}', '\x636166c383c2a9', '{"a": "\\N é"}', '{"a": "\\N é"}');
INSERT INTO public.t VALUES (1021, '\. ü', 'é', '{"\\. ü",x,NULL}', '\x636166c383c2a9', '{"a": "\\. ü"}', '{"a": "\\. ü"}');


--
-- Name: t t_pkey; Type: CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.t
    ADD CONSTRAINT t_pkey PRIMARY KEY (id);


--
-- PostgreSQL database dump complete
--

\unrestrict fChc8AjTXPogjPyZNyjnEpWR6T7YcBfnR2c2PM5qfasnzvSwNAU1dSX7YBmX4HU

