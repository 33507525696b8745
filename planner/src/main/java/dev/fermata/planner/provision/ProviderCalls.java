package dev.fermata.planner.provision;

import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.model.Value;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.schema.service.WorkloadTable;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Scalar;
import dev.fermata.planner.digest.GoJson;
import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.Draft;
import dev.fermata.planner.plan.Fact;
import dev.fermata.planner.plan.Reason;
import dev.fermata.planner.spec.ProviderCall;
import dev.fermata.planner.spec.ProviderCall.Command;
import java.util.Optional;

/** Calls of the program that provides a service. */
public record ProviderCalls(Project project) {

  /** Empty where the service has containers. */
  public Optional<Draft> draft(Service service, Command command, Reason reason) {
    return service
        .programs()
        .provider()
        .map(provider ->
            new ProviderCall(
                project.name(), service.name(), provider, command, definition(service)))
        .map(call -> Draft.of(new Action.CallProvider(call), reason).providing(done(service)));
  }

  public static Fact done(Service service) {
    return Fact.called("service " + service.name());
  }

  /** With the image by its name: no provider builds one. */
  private static Value definition(Service service) {
    Mapping tree = WorkloadTable.BUILD.removedFrom(service.definition().tree());
    Scalar image = Scalar.string(service.image().text(), tree.span());
    return Value.sensitive(GoJson.write(ContainerTable.IMAGE.setIn(tree, image)));
  }
}
