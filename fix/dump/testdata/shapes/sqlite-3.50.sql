PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE s(id INTEGER PRIMARY KEY, a TEXT, b BLOB);
INSERT INTO s VALUES(1,unistr('⟪L’été à la café⟫\u000a⟪déjà vu⟫\\x\u001b'),X'c3a9');
INSERT INTO s VALUES(2,replace('⟪à côté de l’école⟫\nb','\n',char(10)),NULL);
INSERT INTO s VALUES(3,'C:\⟪été’s⟫\',NULL);
COMMIT;
