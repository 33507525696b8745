package dev.fermata.model.schema.service;

import static dev.fermata.model.schema.attribute.Attribute.Trait.NEEDS_BUILDKIT;
import static dev.fermata.model.schema.attribute.Rows.notYet;
import static dev.fermata.model.schema.attribute.Rows.ours;
import static dev.fermata.model.schema.shape.Scalars.FLAG;
import static dev.fermata.model.schema.shape.Scalars.TEXT;
import static dev.fermata.model.schema.shape.Scalars.TEXT_OR_BOOLEAN;
import static dev.fermata.model.schema.shape.Shapes.listOf;
import static dev.fermata.model.schema.shape.Shapes.oneOrMore;
import static dev.fermata.model.schema.shape.Shapes.texts;

import dev.fermata.model.ByteSize;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.attribute.PathRule;
import dev.fermata.model.schema.attribute.Shape;
import dev.fermata.model.schema.attribute.Table;
import dev.fermata.model.schema.container.GrantTable;
import dev.fermata.model.schema.container.UlimitTable;
import dev.fermata.model.schema.shape.HostsShape;
import dev.fermata.model.schema.shape.Scalars;
import dev.fermata.model.schema.shape.Shapes;
import dev.fermata.model.schema.shape.SshShape;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** How an image is made. */
public final class BuildTable {
  private static final Table TABLE = Table.of("`build`");

  public static final Attribute<String> CONTEXT =
      TABLE.add(ours("context", TEXT).path(PathRule.CONTEXT).otherwise(Shapes.defaultText(".")));
  public static final Attribute<String> DOCKERFILE = TABLE.add(ours("dockerfile", TEXT));
  public static final Attribute<String> DOCKERFILE_INLINE =
      TABLE.add(notYet("dockerfile_inline", TEXT).with(NEEDS_BUILDKIT));
  public static final Attribute<List<String>> ENTITLEMENTS =
      TABLE.add(notYet("entitlements", texts()).with(NEEDS_BUILDKIT));
  public static final Attribute<SortedMap<String, Optional<String>>> ARGS =
      TABLE.add(ours("args", Shapes.variables()));
  public static final Attribute<String> PROVENANCE =
      TABLE.add(notYet("provenance", TEXT_OR_BOOLEAN).with(NEEDS_BUILDKIT));
  public static final Attribute<String> SBOM =
      TABLE.add(notYet("sbom", TEXT_OR_BOOLEAN).with(NEEDS_BUILDKIT));
  public static final Attribute<SortedMap<String, Optional<String>>> SSH =
      TABLE.add(
          notYet("ssh", new SshShape(Shapes.variables()))
              .path(PathRule.GRANT)
              .with(NEEDS_BUILDKIT));
  public static final Attribute<SortedMap<String, String>> LABELS =
      TABLE.add(ours("labels", Shapes.labels()));
  public static final Attribute<List<String>> CACHE_FROM = TABLE.add(ours("cache_from", texts()));
  public static final Attribute<List<String>> CACHE_TO =
      TABLE.add(notYet("cache_to", texts()).with(NEEDS_BUILDKIT));
  public static final Attribute<Boolean> NO_CACHE = TABLE.add(ours("no_cache", FLAG));
  public static final Attribute<List<String>> NO_CACHE_FILTER =
      TABLE.add(notYet("no_cache_filter", oneOrMore(texts().distinct())).with(NEEDS_BUILDKIT));
  public static final Attribute<SortedMap<String, String>> ADDITIONAL_CONTEXTS =
      TABLE.add(
          notYet("additional_contexts", Shapes.values())
              .path(PathRule.CONTEXT)
              .with(NEEDS_BUILDKIT));
  public static final Attribute<Boolean> PULL = TABLE.add(ours("pull", FLAG));
  public static final Attribute<List<String>> EXTRA_HOSTS =
      TABLE.add(ours("extra_hosts", HostsShape.HOSTS));
  public static final Attribute<String> ISOLATION = TABLE.add(notYet("isolation", TEXT));
  public static final Attribute<String> NETWORK = TABLE.add(ours("network", TEXT));
  public static final Attribute<String> TARGET = TABLE.add(ours("target", TEXT));
  public static final Attribute<List<Mapping>> SECRETS =
      TABLE.add(notYet("secrets", listOf(GrantTable.grant())).with(NEEDS_BUILDKIT));
  public static final Attribute<ByteSize> SHM_SIZE =
      TABLE.add(notYet("shm_size", Scalars.WHOLE_BYTES));
  public static final Attribute<List<String>> TAGS = TABLE.add(ours("tags", texts().unique()));
  public static final Attribute<SortedMap<String, Node>> ULIMITS =
      TABLE.add(notYet("ulimits", UlimitTable.ulimits()));
  public static final Attribute<List<String>> PLATFORMS = TABLE.add(notYet("platforms", texts()));
  public static final Attribute<Boolean> PRIVILEGED =
      TABLE.add(notYet("privileged", FLAG).with(NEEDS_BUILDKIT));

  private BuildTable() {}

  /** The attributes of a build that the classic builder cannot serve. */
  public static List<String> needingBuildKit(Mapping build) {
    return TABLE.attributes().stream()
        .filter(row -> row.is(NEEDS_BUILDKIT) && row.nodeIn(build).isPresent())
        .map(Attribute::name)
        .toList();
  }

  static Shape<Mapping> build() {
    return Shapes.textFor("context", TABLE.shape());
  }
}
