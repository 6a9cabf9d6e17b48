--
-- PostgreSQL database dump
--

\restrict nLi1NT4yis9ok7Yzj73VQPsTNgc1YyHS99v80fFQjP6VYHTBrmMyFTbHJeaTnsi

-- Dumped from database version 17.6
-- Dumped by pg_dump version 17.6

SET statement_timeout = 0;
SET transaction_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET row_security = off;

CREATE FUNCTION public.f() RETURNS text
    LANGUAGE plpgsql
    AS $$ BEGIN RETURN '⟦été⟧'; END $$;

CREATE TABLE public.p (
    id integer NOT NULL,
    a text COLLATE pg_catalog."fr-x-icu",
    up text GENERATED ALWAYS AS (('⟪été⟫'::text || a)) STORED
);

COPY public.p (id, a) FROM stdin;
1	⟪L’été à la café — it’s déjà vu⟫\\
2	it's ⟪à côté de l’école⟫
\.

INSERT INTO public.p VALUES (3, 'C:\⟪été’s⟫\');
INSERT INTO public.p (id, a) VALUES (4, $$it's ⟪à côté de l’école⟫$$), (5, $q$$$ ⟪à côté de l’école⟫$q$);

--
-- PostgreSQL database dump complete
--

\unrestrict nLi1NT4yis9ok7Yzj73VQPsTNgc1YyHS99v80fFQjP6VYHTBrmMyFTbHJeaTnsi

