package dev.fermata.model.schema.service;

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
      TABLE.add(ours("dockerfile_inline", TEXT));
  public static final Attribute<List<String>> ENTITLEMENTS =
      TABLE.add(ours("entitlements", texts()));
  public static final Attribute<SortedMap<String, Optional<String>>> ARGS =
      TABLE.add(ours("args", Shapes.variables()));
  public static final Attribute<String> PROVENANCE = TABLE.add(ours("provenance", TEXT_OR_BOOLEAN));
  public static final Attribute<String> SBOM = TABLE.add(ours("sbom", TEXT_OR_BOOLEAN));
  public static final Attribute<SortedMap<String, Optional<String>>> SSH =
      TABLE.add(ours("ssh", new SshShape(Shapes.variables())).path(PathRule.GRANT));
  public static final Attribute<SortedMap<String, String>> LABELS =
      TABLE.add(ours("labels", Shapes.labels()));
  public static final Attribute<List<String>> CACHE_FROM = TABLE.add(ours("cache_from", texts()));
  public static final Attribute<List<String>> CACHE_TO = TABLE.add(ours("cache_to", texts()));
  public static final Attribute<Boolean> NO_CACHE = TABLE.add(ours("no_cache", FLAG));
  public static final Attribute<List<String>> NO_CACHE_FILTER =
      TABLE.add(ours("no_cache_filter", oneOrMore(texts().distinct())));
  public static final Attribute<SortedMap<String, String>> ADDITIONAL_CONTEXTS =
      TABLE.add(ours("additional_contexts", Shapes.values()).path(PathRule.CONTEXT));
  public static final Attribute<Boolean> PULL = TABLE.add(ours("pull", FLAG));
  public static final Attribute<List<String>> EXTRA_HOSTS =
      TABLE.add(ours("extra_hosts", HostsShape.HOSTS));
  public static final Attribute<String> ISOLATION = TABLE.add(ours("isolation", TEXT));
  public static final Attribute<String> NETWORK = TABLE.add(ours("network", TEXT));
  public static final Attribute<String> TARGET = TABLE.add(ours("target", TEXT));
  public static final Attribute<List<Mapping>> SECRETS =
      TABLE.add(ours("secrets", listOf(GrantTable.grant())));
  public static final Attribute<ByteSize> SHM_SIZE =
      TABLE.add(ours("shm_size", Scalars.WHOLE_BYTES));
  public static final Attribute<List<String>> TAGS = TABLE.add(ours("tags", texts().unique()));
  public static final Attribute<SortedMap<String, Node>> ULIMITS =
      TABLE.add(ours("ulimits", UlimitTable.ulimits()));
  public static final Attribute<List<String>> PLATFORMS = TABLE.add(ours("platforms", texts()));
  public static final Attribute<Boolean> PRIVILEGED = TABLE.add(ours("privileged", FLAG));

  private BuildTable() {}

  static Shape<Mapping> build() {
    return Shapes.textFor("context", TABLE.shape());
  }
}
