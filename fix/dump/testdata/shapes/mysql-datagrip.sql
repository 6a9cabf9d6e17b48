create table shop.t
(
    id int auto_increment
        primary key,
    a  varchar(50) default (_utf8mb4\'⟪été⟫\') null,
    constraint c
        check (`a` in (_utf8mb4\'⟪été⟫\',_utf8mb4\'it\\\'s\'))
)
    charset = utf8mb4;

INSERT INTO shop.t (id, a) VALUES (1, '⟪à côté de l’école⟫\n');
