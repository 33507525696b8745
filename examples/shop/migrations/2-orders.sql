CREATE TABLE orders (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  product integer NOT NULL REFERENCES products,
  placed timestamptz NOT NULL DEFAULT now(),
  shipped timestamptz
);
