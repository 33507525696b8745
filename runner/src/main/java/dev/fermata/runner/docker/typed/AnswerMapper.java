package dev.fermata.runner.docker.typed;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.github.dockerjava.api.model.DockerObject;
import com.github.dockerjava.api.model.DockerObjectAccessor;
import com.github.dockerjava.api.model.VolumesFrom;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads what engines answer. As docker-java's own, it keeps the whole answer beside what it has
 * types for. Unlike that, it leaves out a word that docker-java does not know: an engine has such
 * ones sooner or later, and one of them must not cost the answer.
 */
final class AnswerMapper extends ObjectMapper {
  private static final long serialVersionUID = 1L;

  AnswerMapper() {
    disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    disable(SerializationFeature.FAIL_ON_EMPTY_BEANS);
    enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL);
    addHandler(
        new DeserializationProblemHandler() {
          @Override
          public @Nullable Object handleInstantiationProblem(
              DeserializationContext context,
              Class<?> type,
              @Nullable Object text,
              Throwable problem) {
            return type.isEnum() || type == VolumesFrom.class ? null : NOT_HANDLED;
          }
        });
  }

  /**
   * The one way by which docker-java reads an answer that is a whole. It marks its accessor as
   * deprecated to keep others away, who are no mappers.
   */
  @Override
  @SuppressWarnings("deprecation")
  public <T> T readValue(InputStream answer, TypeReference<T> type) throws IOException {
    JsonNode tree = readTree(answer);
    T value = readValue(treeAsTokens(tree), type);
    if (value instanceof DockerObject object) {
      HashMap<String, Object> whole = convertValue(tree, new TypeReference<>() {});
      DockerObjectAccessor.overrideRawValues(object, whole);
    }
    return value;
  }
}
