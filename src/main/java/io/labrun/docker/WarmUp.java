package io.labrun.docker;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerResponse;
import com.github.dockerjava.api.command.CreateNetworkResponse;
import com.github.dockerjava.api.command.ExecCreateCmdResponse;
import com.github.dockerjava.api.model.ContainerNetwork;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Network.Ipam;
import java.io.IOException;
import java.util.concurrent.Callable;

/**
 * Has docker-java's large model looked through ahead of the first container, while others wait for
 * the engine: Jackson needs 0.15 s of a processor to learn how it is written.
 */
record WarmUp(DockerClient client, ObjectMapper mapper) implements Callable<Void> {

  @Override
  public Void call() throws IOException {
    mapper.writeValueAsBytes(
        client
            .createNetworkCmd()
            .withIpam(new Ipam().withDriver("default").withConfig(new Ipam.Config())));
    mapper.readValue("{}", CreateNetworkResponse.class);
    mapper.writeValueAsBytes(
        client.createContainerCmd("x").withHostConfig(new HostConfig()).withCmd("x"));
    mapper.writeValueAsBytes(new ContainerNetwork());
    mapper.readValue("{}", CreateContainerResponse.class);
    mapper.writeValueAsBytes(client.execCreateCmd("x"));
    mapper.readValue("{}", ExecCreateCmdResponse.class);
    return null;
  }
}
