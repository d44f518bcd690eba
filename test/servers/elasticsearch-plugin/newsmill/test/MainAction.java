package newsmill.test;

import org.elasticsearch.action.*;
import org.elasticsearch.action.support.*;
import org.elasticsearch.cluster.ClusterState;
import org.elasticsearch.cluster.service.ClusterService;
import org.elasticsearch.common.io.stream.StreamOutput;
import org.elasticsearch.common.util.concurrent.EsExecutors;
import org.elasticsearch.injection.guice.Inject;
import org.elasticsearch.tasks.Task;
import org.elasticsearch.transport.TransportService;

/** What GET / asks, under the name that its right has in an ordinary server. */
public final class MainAction extends TransportAction<MainAction.Request, MainAction.Response> {
    static final ActionType<Response> TYPE = new ActionType<>("cluster:monitor/main");

    public static final class Request extends ActionRequest {
        @Override public ActionRequestValidationException validate() { return null; }
    }

    public static final class Response extends ActionResponse {
        final ClusterState state;
        Response(ClusterState state) { this.state = state; }
        @Override public void writeTo(StreamOutput out) { throw new UnsupportedOperationException("answered on this node only"); }
    }

    private final ClusterService cluster;

    @Inject
    public MainAction(ActionFilters filters, TransportService transport, ClusterService cluster) {
        super(TYPE.name(), filters, transport.getTaskManager(), EsExecutors.DIRECT_EXECUTOR_SERVICE);
        this.cluster = cluster;
    }

    @Override protected void doExecute(Task task, Request request, ActionListener<Response> listener) {
        listener.onResponse(new Response(cluster.state()));
    }
}
