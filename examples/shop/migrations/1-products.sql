CREATE TABLE products (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL,
  price numeric(8, 2) NOT NULL
);
INSERT INTO products (name, price) VALUES
  ('Tuning fork', 9.90),
  ('Metronome', 34.50),
  ('Music stand', 27.00),
  ('Baton', 14.25);
