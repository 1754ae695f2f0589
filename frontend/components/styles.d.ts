/** Style sheets of libraries, brought in for their effect. */
declare module '*.css';
