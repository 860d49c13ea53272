import { chooseInfra, INFRAS } from "../../../scripts/dev-stack/infra";

describe("chooseInfra", () => {
  const probes = (docker?: string, downloads?: string) => ({
    docker: async () => docker,
    downloads: async () => downloads,
  });

  it.each([
    [undefined, "no way", "docker", "Docker works"],
    [
      "Docker does not answer",
      undefined,
      "dockerless",
      "Docker does not answer, and the downloads of moose-cli dev --dockerless can be reached",
    ],
    [
      "Docker is not installed",
      "x.org cannot be reached",
      "embedded",
      "Docker is not installed, and x.org cannot be reached",
    ],
  ])(
    "takes the first that works, and says why not another: %j, %j",
    async (docker, downloads, infra, reason) => {
      expect(await chooseInfra(undefined, probes(docker, downloads))).toEqual({ infra, reason });
    },
  );

  it.each(INFRAS)("asks nobody when %s was asked for", async (infra) => {
    const refuse = () => Promise.reject(new Error("asked"));
    expect(await chooseInfra(infra, { docker: refuse, downloads: refuse })).toEqual({
      infra,
      reason: `as --infra ${infra} says`,
    });
  });
});
