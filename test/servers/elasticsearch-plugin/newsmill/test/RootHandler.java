package newsmill.test;

import java.io.IOException;
import java.util.*;
import org.elasticsearch.Build;
import org.elasticsearch.common.settings.*;
import org.elasticsearch.rest.*;
import org.elasticsearch.xcontent.XContentBuilder;

/** GET /: name and version of the server, as clients ask for them first. */
final class RootHandler extends BaseRestHandler {
    private final Settings settings;

    RootHandler(Settings settings) { this.settings = settings; }

    @Override public String getName() { return "newsmill_test_root"; }
    @Override public List<Route> routes() {
        return List.of(new Route(RestRequest.Method.GET, "/"), new Route(RestRequest.Method.HEAD, "/"));
    }
    @Override protected RestChannelConsumer prepareRequest(RestRequest req, org.elasticsearch.client.internal.node.NodeClient client) {
        return channel -> client.execute(MainAction.TYPE, new MainAction.Request(), new org.elasticsearch.rest.action.RestBuilderListener<>(channel) {
                @Override public RestResponse buildResponse(MainAction.Response s, XContentBuilder b) throws IOException {
                    Build v = Build.current();
                    b.startObject().field("name", settings.get("node.name", "node-1"))
                        .field("cluster_name", s.state.getClusterName().value())
                        .field("cluster_uuid", s.state.metadata().clusterUUID())
                        .startObject("version").field("number", v.version()).field("build_flavor", v.flavor())
                        .field("build_type", v.type().displayName()).field("build_hash", v.hash()).field("build_date", v.date())
                        .field("build_snapshot", v.isSnapshot())
                        .field("lucene_version", org.apache.lucene.util.Version.LATEST.toString())
                        .field("minimum_wire_compatibility_version", v.minWireCompatVersion())
                        .field("minimum_index_compatibility_version", v.minIndexCompatVersion()).endObject()
                        .field("tagline", "You Know, for Search").endObject();
                    return new RestResponse(RestStatus.OK, b);
                }
            });
    }
}
