package dev.fermata.model.schema.container;

import static dev.fermata.model.schema.attribute.Attribute.Trait.REQUIRED;
import static dev.fermata.model.schema.attribute.Rows.mapped;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.attribute.Form;
import dev.fermata.model.schema.attribute.Shape;
import dev.fermata.model.schema.attribute.Site;
import dev.fermata.model.schema.attribute.Table;
import dev.fermata.model.schema.shape.Numbers;
import dev.fermata.model.schema.shape.ScalarShape;
import dev.fermata.model.schema.shape.Scalars;
import dev.fermata.model.schema.shape.Shapes;
import dev.fermata.model.schema.shape.ShortForm;
import dev.fermata.model.schema.shape.TextParts;
import dev.fermata.model.text.Parsed;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Nodes;
import dev.fermata.model.tree.Scalar;
import dev.fermata.model.tree.Sequence;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Devices asked for by what they can do. */
public final class GpuTable {
  private static final Table GPU = Table.of("a GPU");
  public static final Table TABLE = Table.of("a device request");

  /** A number of devices; -1 is all of them. */
  private static final ScalarShape<Long> COUNT_SHAPE =
      new ScalarShape<>(
          "a number or `all`",
          EnumSet.of(Scalar.Kind.INTEGER, Scalar.Kind.STRING),
          Optional.empty(),
          GpuTable::count,
          value -> new ScalarShape.Printed(Scalar.Kind.INTEGER, value.toString()),
          value -> value == 0);

  public static final Attribute<List<String>> CAPABILITIES =
      TABLE.add(mapped("capabilities", Shapes.texts().distinct()).with(REQUIRED));
  public static final Attribute<String> DRIVER = TABLE.add(mapped("driver", Scalars.TEXT));
  public static final Attribute<Long> COUNT =
      TABLE.add(mapped("count", COUNT_SHAPE).otherwise(GpuTable::all));
  public static final Attribute<List<String>> DEVICE_IDS =
      TABLE.add(mapped("device_ids", Shapes.texts().distinct()));
  public static final Attribute<SortedMap<String, String>> OPTIONS =
      TABLE.add(mapped("options", Shapes.labels()));

  static {
    GPU.add(mapped("capabilities", Shapes.texts().distinct()));
    TABLE.attributes().stream().filter(row -> !row.name().equals("capabilities")).forEach(GPU::add);
  }

  private GpuTable() {}

  private static Parsed<Long> count(Scalar scalar) {
    return scalar.text().equalsIgnoreCase("all")
        ? Parsed.good(-1L)
        : Numbers.integer(scalar, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  private static Optional<Node> all(Mapping request) {
    return request.get("device_ids").isPresent()
        ? Optional.empty()
        : Optional.of(Shapes.defaultText("all"));
  }

  static Shape<List<Mapping>> gpus() {
    return new ShortForm<>(
        Shapes.listOf(GPU.shape()),
        "`all` or a list",
        GpuTable::expand,
        full -> Form.either(Form.word("all"), full));
  }

  private static Node expand(Node node, Site site) {
    if (!Nodes.isText(node)) {
      return node;
    }
    if (!Nodes.text(node).equals("all")) {
      return site.faulty(
          Code.INVALID_VALUE, node.span(), "`%s` is neither `all` nor a list", Nodes.quote(node));
    }
    return Sequence.of(
        List.of(TextParts.at(node.span()).put("count", "all").mapping()), node.span());
  }
}
