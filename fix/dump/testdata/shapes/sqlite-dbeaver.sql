INSERT INTO shop.t (id,a,b) VALUES
	 (1,'⟪L’été à la café — it’s déjà vu⟫',0xC3A9),
	 (2,'it''s ⟪à côté de l’école⟫',NULL);
INSERT INTO shop.t (id,a,b) VALUES
	 (3,'⟪L’été à la café — it’s déjà vu⟫\',NULL);
