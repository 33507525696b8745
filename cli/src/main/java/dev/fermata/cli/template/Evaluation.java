package dev.fermata.cli.template;

import dev.fermata.cli.template.Node.Expression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One printing of a template. */
final class Evaluation {
  /** What a line shows. */
  enum Row {
    VALUES,
    /** The names of columns, above a table. */
    HEADERS
  }

  /** What a range goes through, item by item. */
  private record Item(Datum key, Datum value) {}

  private final Row row;
  private final StringBuilder text = new StringBuilder();

  private Evaluation(Row row) {
    this.row = row;
  }

  static String text(List<Node> tree, Datum data, Row row) throws TemplateException {
    var evaluation = new Evaluation(row);
    evaluation.body(tree, new HashMap<>(Map.of(Parser.DOT, data, "$", data)));
    return evaluation.text.toString();
  }

  /** Variables of a body are gone behind it; what it assigns to older ones stays. */
  private void body(List<Node> nodes, Map<String, Datum> outer) throws TemplateException {
    var variables = new HashMap<>(outer);
    for (Node node : nodes) {
      node(node, variables);
    }
    outer.replaceAll(
        (name, old) -> name.equals(Parser.DOT) ? old : variables.getOrDefault(name, old));
  }

  private void node(Node node, Map<String, Datum> variables) throws TemplateException {
    switch (node) {
      case Node.Outside outside -> text.append(outside.text());
      case Node.Shown shown -> text.append(value(shown.value(), variables).print());
      case Node.Assigned assigned -> assign(assigned, variables);
      case Node.If branch ->
          body(
              value(branch.condition(), variables).isTrue() ? branch.then() : branch.otherwise(),
              variables);
      case Node.With with -> with(with, variables);
      case Node.Range range -> range(range, variables);
    }
  }

  private void assign(Node.Assigned assigned, Map<String, Datum> variables)
      throws TemplateException {
    if (!assigned.declared() && !variables.containsKey(assigned.name())) {
      throw unknownVariable(assigned.name(), assigned.at());
    }
    variables.put(assigned.name(), value(assigned.value(), variables));
  }

  private void with(Node.With with, Map<String, Datum> variables) throws TemplateException {
    Datum value = value(with.value(), variables);
    if (!value.isTrue()) {
      body(with.otherwise(), variables);
      return;
    }
    var inner = new HashMap<>(variables);
    inner.put(Parser.DOT, value);
    with.name().ifPresent(name -> inner.put(name, value));
    body(with.then(), inner);
  }

  private void range(Node.Range range, Map<String, Datum> variables) throws TemplateException {
    List<Item> items = items(range, value(range.items(), variables));
    if (items.isEmpty()) {
      body(range.otherwise(), variables);
      return;
    }
    for (Item item : items) {
      var inner = new HashMap<>(variables);
      inner.put(Parser.DOT, item.value());
      if (!range.names().isEmpty()) {
        inner.put(range.names().getLast(), item.value());
      }
      if (range.names().size() > 1) {
        inner.put(range.names().getFirst(), item.key());
      }
      body(range.each(), inner);
    }
  }

  /** Of a header nothing is known but its name: there is nothing to go through. */
  private List<Item> items(Node.Range range, Datum from) throws TemplateException {
    List<Item> items = new ArrayList<>();
    if (from instanceof Datum.Items list) {
      list.items().forEach(value -> items.add(new Item(Datum.of(items.size()), value)));
      return items;
    }
    if (from instanceof Datum.Fields fields) {
      fields.byName().forEach((name, value) -> items.add(new Item(Datum.of(name), value)));
      return items;
    }
    if (from instanceof Datum.Nothing || row == Row.HEADERS) {
      return items;
    }
    throw new TemplateException(
        "`range` takes a list or an object, not " + from.kind(), range.at() + 1);
  }

  private Datum value(Expression expression, Map<String, Datum> variables)
      throws TemplateException {
    return switch (expression) {
      case Node.Constant constant -> constant.value();
      case Node.Variable variable -> {
        Datum value = variables.get(variable.name());
        if (value == null) {
          throw unknownVariable(variable.name(), variable.at());
        }
        yield value;
      }
      case Node.Field field -> field(field, variables);
      case Node.Call call -> call(call, variables);
    };
  }

  private Datum field(Node.Field field, Map<String, Datum> variables) throws TemplateException {
    Datum object = value(field.of(), variables);
    if (row == Row.HEADERS && !(object instanceof Datum.Fields)) {
      return Datum.nothing();
    }
    if (!(object instanceof Datum.Fields fields)) {
      throw new TemplateException(
          object.kind() + " has no field `" + field.name() + "`", field.at() + 1);
    }
    Datum found = fields.byName().get(field.name());
    if (found == null) {
      if (row == Row.HEADERS) {
        return Datum.nothing();
      }
      throw new TemplateException(
          "there is no field `"
              + field.name()
              + "`; there are "
              + String.join(", ", fields.byName().keySet()),
          field.at() + 1);
    }
    return found instanceof Datum.Lookup lookup
        ? looked(lookup, field, variables)
        : plain(found, field);
  }

  private static Datum plain(Datum found, Node.Field field) throws TemplateException {
    if (!field.arguments().isEmpty()) {
      throw new TemplateException("`." + field.name() + "` takes no argument", field.at() + 1);
    }
    return found;
  }

  private Datum looked(Datum.Lookup lookup, Node.Field field, Map<String, Datum> variables)
      throws TemplateException {
    if (field.arguments().size() == 1
        && value(field.arguments().getFirst(), variables) instanceof Datum.Text name) {
      return Datum.of(lookup.byName().apply(name.text()));
    }
    throw new TemplateException("`." + field.name() + "` takes one text", field.at() + 1);
  }

  private Datum call(Node.Call call, Map<String, Datum> variables) throws TemplateException {
    if (call.function().equals("and") || call.function().equals("or")) {
      return decided(call, variables);
    }
    var given = new ArrayList<Datum>();
    for (Expression argument : call.arguments()) {
      given.add(value(argument, variables));
    }
    if (row == Row.HEADERS && Functions.leavesHeaders(call.function()) && !given.isEmpty()) {
      return given.stream().filter(Datum.Text.class::isInstance).findFirst().orElse(Datum.of(""));
    }
    try {
      return Functions.call(call.function(), given);
    } catch (Functions.Misused e) {
      throw new TemplateException(String.valueOf(e.getMessage()), call.at() + 1);
    }
  }

  /** The first one that decides; those behind it are not looked at. */
  private Datum decided(Node.Call call, Map<String, Datum> variables) throws TemplateException {
    Datum last = Datum.nothing();
    for (Expression argument : call.arguments()) {
      last = value(argument, variables);
      if (last.isTrue() == call.function().equals("or")) {
        return last;
      }
    }
    if (call.arguments().isEmpty()) {
      throw new TemplateException("`" + call.function() + "` takes an argument", call.at() + 1);
    }
    return last;
  }

  private static TemplateException unknownVariable(String name, int at) {
    return new TemplateException("there is no variable `" + name + "`", at + 1);
  }
}
